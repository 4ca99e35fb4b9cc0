package org.palang.handheld;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.os.Build;
import android.os.IBinder;
import android.os.PowerManager;

/** Keeps the process and its socket alive while records wait, also in deep sleep. */
public class SyncService extends Service {
    private static final String CHANNEL = "sync";
    private static final String WORDS = "words";
    private static final int NOTICE = 1;
    /** Longer than a slow upload; a wake lock that is forgotten must end by itself. */
    private static final long AWAKE_MS = 10 * 60 * 1000;

    private PowerManager.WakeLock awake;

    public static void start(Context context, String words) {
        Intent intent = new Intent(context, SyncService.class).putExtra(WORDS, words);
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O)
            context.startForegroundService(intent);
        else
            context.startService(intent);
    }

    public static void stop(Context context, String words) {
        context.stopService(new Intent(context, SyncService.class));
    }

    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        String words = intent == null ? "" : intent.getStringExtra(WORDS);
        startForeground(NOTICE, notice(words));
        if (awake == null) {
            PowerManager power = (PowerManager) getSystemService(POWER_SERVICE);
            awake = power.newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "palang:sync");
            awake.setReferenceCounted(false);
        }
        awake.acquire(AWAKE_MS);
        return START_NOT_STICKY;
    }

    @Override
    public void onDestroy() {
        if (awake != null && awake.isHeld())
            awake.release();
        super.onDestroy();
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }

    private Notification notice(String words) {
        Notification.Builder builder;
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
            NotificationManager manager = getSystemService(NotificationManager.class);
            manager.createNotificationChannel(
                    new NotificationChannel(CHANNEL, "Palang", NotificationManager.IMPORTANCE_LOW));
            builder = new Notification.Builder(this, CHANNEL);
        } else {
            builder = new Notification.Builder(this);
        }
        return builder.setContentTitle("Palang").setContentText(words)
                .setSmallIcon(android.R.drawable.stat_sys_upload).setOngoing(true).build();
    }
}
