package org.palang.handheld;

import android.content.Context;
import android.os.Build;
import android.os.VibrationEffect;
import android.os.Vibrator;

/** The vibrator: one short click, or two long beats. */
public final class Feel {
    private Feel() {}

    public static void good(Context context) {
        vibrate(context, new long[] {0, 40});
    }

    public static void refused(Context context) {
        vibrate(context, new long[] {0, 180, 90, 180});
    }

    private static void vibrate(Context context, long[] pattern) {
        Vibrator vibrator = context.getSystemService(Vibrator.class);
        if (vibrator == null || !vibrator.hasVibrator())
            return;
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O)
            vibrator.vibrate(VibrationEffect.createWaveform(pattern, -1));
        else
            vibrator.vibrate(pattern, -1);
    }
}
