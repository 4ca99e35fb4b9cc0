package org.palang.handheld;

import android.content.ActivityNotFoundException;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;

import androidx.core.content.FileProvider;

import java.io.File;

/** Hands a picture of ours to the program that the person chooses. */
public class Share {
    public static boolean picture(Context context, String path) {
        try {
            Uri uri = FileProvider.getUriForFile(context, "org.palang.handheld.files", new File(path));
            Intent send = new Intent(Intent.ACTION_SEND).setType("image/png")
                    .putExtra(Intent.EXTRA_STREAM, uri)
                    .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
            context.startActivity(
                    Intent.createChooser(send, null).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK));
            return true;
        } catch (IllegalArgumentException | ActivityNotFoundException e) {
            return false;
        }
    }
}
