<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>ActionBar</name>
    <message>
        <source>Luring: koreksi dan pembatalan menunggu server terhubung lagi.</source>
        <translation>Offline: corrections and voids wait until the server is back.</translation>
    </message>
    <message>
        <source>Kunjungan ini sudah dibatalkan atau digabung.</source>
        <translation>This visit was voided or merged.</translation>
    </message>
    <message>
        <source>Tutup pesan</source>
        <translation>Dismiss message</translation>
    </message>
    <message>
        <source>Koreksi</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Void</translation>
    </message>
</context>
<context>
    <name>ActionLine</name>
    <message>
        <source>Tutup pesan</source>
        <translation>Dismiss message</translation>
    </message>
</context>
<context>
    <name>AgeLine</name>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Luring · data s.d. %1</source>
        <translation>Offline · data up to %1</translation>
    </message>
    <message>
        <source>Ada yang baru sejak %1</source>
        <translation>News since %1</translation>
    </message>
    <message>
        <source>Data s.d. %1</source>
        <translation>Data up to %1</translation>
    </message>
    <message>
        <source>Belum dimuat</source>
        <translation>Not loaded yet</translation>
    </message>
    <message>
        <source>Muat ulang</source>
        <translation>Reload</translation>
    </message>
</context>
<context>
    <name>AlertPanel</name>
    <message>
        <source>%1 terbuka</source>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Semua beres. Peringatan baru muncul di sini dengan sendirinya.</source>
        <translation>All is well. New alerts appear here by themselves.</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Bunyi mati; nyalakan</source>
        <translation>Sound off; turn on</translation>
    </message>
    <message>
        <source>Bunyi nyala; matikan</source>
        <translation>Sound on; turn off</translation>
    </message>
</context>
<context>
    <name>AlertRow</name>
    <message>
        <source>Genting</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>Peringatan</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Menunggu server…</source>
        <translation>Waiting for the server…</translation>
    </message>
    <message>
        <source>Selesaikan</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Lihat kendaraan</source>
        <translation>Show vehicle</translation>
    </message>
</context>
<context>
    <name>ApprovalSheet</name>
    <message>
        <source>Izin lewat telepon</source>
        <translation>Leave by telephone</translation>
    </message>
    <message>
        <source>Setujui, buat kode</source>
        <translation>Approve, make the code</translation>
    </message>
    <message>
        <source>Perlu terhubung ke server</source>
        <translation>Needs the server</translation>
    </message>
    <message>
        <source>Petugas yang luring membacakan nomor HP, biaya yang diminta dan enam angka. Kode hanya berlaku untuk itu, lima menit, dan jawaban Anda tercatat.</source>
        <translation>An attendant who is offline reads out the phone&apos;s number, the amount and six digits. The code is good for that only, for five minutes, and your answer is on record.</translation>
    </message>
    <message>
        <source>Nomor HP</source>
        <translation>Phone number (HP)</translation>
    </message>
    <message>
        <source>Biaya yang disetujui (Rp)</source>
        <translation>Amount you approve (Rp)</translation>
    </message>
    <message>
        <source>Enam angka di HP petugas</source>
        <translation>Six digits on the attendant&apos;s phone</translation>
    </message>
</context>
<context>
    <name>AttendantPane</name>
    <message>
        <source>%1 masuk, %2 keluar · dibandingkan dengan petugas lain di pintu dan jam yang sama</source>
        <translation>%1 in, %2 out · compared with other attendants on the same gate and hour</translation>
    </message>
    <message>
        <source>Angka di luar kebiasaan adalah alasan untuk melihat, bukan bukti.</source>
        <translation>A number outside the usual is a reason to look, not a proof.</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Belum ada angka</source>
        <translation>No figures yet</translation>
    </message>
</context>
<context>
    <name>CashCounting</name>
    <message>
        <source>Hitung uang di laci</source>
        <translation>Count the cash drawer</translation>
    </message>
    <message>
        <source>Termasuk modal awal. Selisih baru terlihat setelah dihitung.</source>
        <translation>Including the float. The difference is shown after the count.</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Shift tetap bisa ditutup sekarang; setorannya sementara sampai semua terkirim.</source>
        <translation>The shift can be closed now; the deposit is provisional until everything is sent.</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan belum terkirim</source>
        <translation>
            <numerusform>%n record not sent yet</numerusform>
            <numerusform>%n records not sent yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Lembar &amp; koin</source>
        <translation>Notes &amp; coins</translation>
    </message>
    <message>
        <source>Uang di laci (Rp)</source>
        <translation>Cash in the drawer (Rp)</translation>
    </message>
    <message>
        <source>Tutup shift dengan %1</source>
        <translation>Close shift with %1</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CashPanel</name>
    <message>
        <source>Uang diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Kembalian</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Masih kurang</source>
        <translation>Still missing</translation>
    </message>
</context>
<context>
    <name>CauseBar</name>
    <message>
        <source>Semua sebab</source>
        <translation>All causes</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Kunjungan yang digabung tidak dihitung lagi; catatannya tetap ada. Dapat diurungkan.</source>
        <translation>The visit that is merged no longer counts; its records stay. This can be undone.</translation>
    </message>
    <message>
        <source>Gabungkan</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Gabungkan kedua catatan?</source>
        <translation>Merge the two records?</translation>
    </message>
    <message>
        <source>Keduanya nyata: dua kendaraan, atau dua kunjungan. Peringatannya selesai.</source>
        <translation>Both are real: two vehicles, or two visits. The alert is done.</translation>
    </message>
    <message>
        <source>Pertahankan keduanya</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Pertahankan keduanya?</source>
        <translation>Keep both?</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Urungkan keputusan ini?</source>
        <translation>Undo this decision?</translation>
    </message>
    <message>
        <source>Yang akan mencegahnya</source>
        <translation>What would have prevented it</translation>
    </message>
    <message>
        <source>Lihat %1, %2</source>
        <translation>Show %1, %2</translation>
    </message>
    <message>
        <source>Gabungkan…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>Keduanya nyata…</source>
        <translation>Both are real…</translation>
    </message>
    <message>
        <source>Urungkan…</source>
        <translation>Undo…</translation>
    </message>
</context>
<context>
    <name>ConfigWords</name>
    <message>
        <source>Nama lokasi</source>
        <translation>Site&apos;s name</translation>
    </message>
    <message>
        <source>Zona waktu</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Nomor lokasi</source>
        <translation>Site&apos;s number</translation>
    </message>
    <message>
        <source>Pajak (%)</source>
        <translation>Tax (%)</translation>
    </message>
    <message>
        <source>Foto (hari)</source>
        <translation>Photos (days)</translation>
    </message>
    <message>
        <source>Foto (MiB)</source>
        <translation>Photos (MiB)</translation>
    </message>
    <message>
        <source>Jurnal (hari)</source>
        <translation>Journal (days)</translation>
    </message>
    <message>
        <source>Jurnal (kejadian)</source>
        <translation>Journal (events)</translation>
    </message>
    <message>
        <source>Log (hari)</source>
        <translation>Logs (days)</translation>
    </message>
    <message>
        <source>Arsip di HP (hari)</source>
        <translation>Archive on phones (days)</translation>
    </message>
    <message>
        <source>Nomor atau sebutan</source>
        <translation>Number or id</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Kunci</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Arah</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Hampir penuh (%)</source>
        <translation>Nearly full (%)</translation>
    </message>
    <message>
        <source>Penuh (%)</source>
        <translation>Full (%)</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Jenis kendaraan</source>
        <translation>Vehicle class</translation>
    </message>
    <message>
        <source>Berlaku mulai</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Cara hitung</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Tenggang gratis (menit)</source>
        <translation>Free of charge (minutes)</translation>
    </message>
    <message>
        <source>Blok pertama (menit)</source>
        <translation>First block (minutes)</translation>
    </message>
    <message>
        <source>Harga blok pertama (Rp)</source>
        <translation>Price of the first block (Rp)</translation>
    </message>
    <message>
        <source>Blok berikutnya (menit)</source>
        <translation>Next block (minutes)</translation>
    </message>
    <message>
        <source>Harga blok berikutnya (Rp)</source>
        <translation>Price of the next block (Rp)</translation>
    </message>
    <message>
        <source>Paling banyak (Rp)</source>
        <translation>At most (Rp)</translation>
    </message>
    <message>
        <source>Inap (Rp)</source>
        <translation>Overnight (Rp)</translation>
    </message>
    <message>
        <source>Tetap per 24 jam (Rp)</source>
        <translation>Flat per 24 h (Rp)</translation>
    </message>
    <message>
        <source>Denda karcis hilang (Rp)</source>
        <translation>Fine for a lost ticket (Rp)</translation>
    </message>
    <message>
        <source>Dasar bila jam masuk tak terbukti (Rp)</source>
        <translation>Base when the entry is not proven (Rp)</translation>
    </message>
    <message>
        <source>Area %1</source>
        <translation>Area %1</translation>
    </message>
    <message>
        <source>Pintu %1</source>
        <translation>Gate %1</translation>
    </message>
    <message>
        <source>Kunci %1</source>
        <translation>Lock %1</translation>
    </message>
    <message>
        <source>Tarif %1 versi %2</source>
        <translation>Tariff %1 version %2</translation>
    </message>
    <message>
        <source>Isi angka %1 sampai %2.</source>
        <translation>Enter a number from %1 to %2.</translation>
    </message>
    <message>
        <source>Isi %1 sampai %2 huruf.</source>
        <translation>Enter %1 to %2 characters.</translation>
    </message>
    <message>
        <source>%1 sudah dipakai; pilih yang lain.</source>
        <translation>%1 is in use; choose another.</translation>
    </message>
    <message>
        <source>Isi zona waktu, misalnya Asia/Jakarta.</source>
        <translation>Enter a time zone such as Asia/Jakarta.</translation>
    </message>
    <message>
        <source>Harus sesudah yang sebelumnya.</source>
        <translation>Must be later than the one before.</translation>
    </message>
    <message>
        <source>Area %1 tidak ada; pilih yang lain.</source>
        <translation>There is no area %1; choose another.</translation>
    </message>
    <message>
        <source>Kunci %1 tidak ada; pilih yang lain.</source>
        <translation>There is no lock %1; choose another.</translation>
    </message>
    <message>
        <source>Belum ada tarif untuk %1.</source>
        <translation>There is no tariff for %1 yet.</translation>
    </message>
    <message>
        <source>Tarif perlu sebutan.</source>
        <translation>A tariff needs an id.</translation>
    </message>
    <message>
        <source>%1 sudah punya versi ini.</source>
        <translation>%1 has this version already.</translation>
    </message>
    <message>
        <source>%1 sudah dipakai untuk jenis lain.</source>
        <translation>%1 is in use for another class.</translation>
    </message>
    <message>
        <source>Nomor lokasi tercetak di karcis yang beredar; tidak dapat diganti.</source>
        <translation>The site&apos;s number stands on tickets that were handed out; it cannot change.</translation>
    </message>
    <message>
        <source>Versi %1 tarif %2 sudah berlaku; buat versi berikutnya.</source>
        <translation>Version %1 of tariff %2 is in force; make the next version.</translation>
    </message>
    <message>
        <source>Tempat %1</source>
        <translation>Places %1</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Pilih Indonesia atau Inggris.</source>
        <translation>Choose Indonesian or English.</translation>
    </message>
</context>
<context>
    <name>ConflictSheet</name>
    <message>
        <source>Sudah diubah orang lain</source>
        <translation>Changed by somebody else</translation>
    </message>
    <message>
        <source>Simpan punya saya</source>
        <translation>Save mine</translation>
    </message>
    <message>
        <source>Pakai punya mereka</source>
        <translation>Take theirs</translation>
    </message>
    <message>
        <source>Yang berbeda:</source>
        <translation>What differs:</translation>
    </message>
    <message>
        <source>saya: %1 · mereka: %2</source>
        <translation>mine: %1 · theirs: %2</translation>
    </message>
</context>
<context>
    <name>ConnectionIndicator</name>
    <message>
        <source>Database Terhubung</source>
        <translation>Database connected</translation>
    </message>
    <message>
        <source>Database Terputus</source>
        <translation>Database disconnected</translation>
    </message>
    <message>
        <source>Memeriksa Koneksi</source>
        <translation>Checking connection</translation>
    </message>
    <message>
        <source>Luring · %1 menunggu</source>
        <translation>Offline · %1 waiting</translation>
    </message>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>%1 menunggu kirim</source>
        <translation>%1 waiting to be sent</translation>
    </message>
</context>
<context>
    <name>ConnectionSheet</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>terjangkau</source>
        <translation>reachable</translation>
    </message>
    <message>
        <source>tidak terjangkau</source>
        <translation>not reachable</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>terhubung</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>terputus</source>
        <translation>disconnected</translation>
    </message>
    <message>
        <source>Sejak</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Waktu balas</source>
        <translation>Round trip</translation>
    </message>
    <message>
        <source>Sinkron terakhir</source>
        <translation>Last sync</translation>
    </message>
    <message>
        <source>belum pernah</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Menunggu kirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Koneksi</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>menunggu database terhubung</source>
        <translation>waiting for the database</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation>Everything is sent</translation>
    </message>
    <message>
        <source>Lihat yang perlu diperiksa</source>
        <translation>Show what needs attention</translation>
    </message>
    <message>
        <source>Tanpa bertanya saat tersambung kembali</source>
        <translation>Without asking after a reconnection</translation>
    </message>
    <message>
        <source>Kirim otomatis</source>
        <translation>Send automatically</translation>
    </message>
    <message>
        <source>Selisih jam</source>
        <translation>Clock difference</translation>
    </message>
</context>
<context>
    <name>CopySheet</name>
    <message>
        <source>Kertas macet atau habis</source>
        <translation>Paper jammed or used up</translation>
    </message>
    <message>
        <source>Cetakan tidak terbaca</source>
        <translation>Print cannot be read</translation>
    </message>
    <message>
        <source>Diminta pengemudi</source>
        <translation>Driver asks for it</translation>
    </message>
    <message>
        <source>Salinan karcis %1</source>
        <translation>Copy of ticket %1</translation>
    </message>
    <message>
        <source>Cetak salinan</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>Bagikan salinan</source>
        <translation>Share a copy</translation>
    </message>
    <message>
        <source>Salinan ditandai dan alasannya tercatat.</source>
        <translation>A copy is marked, and its reason is on record.</translation>
    </message>
    <message>
        <source>Alasan lain</source>
        <translation>Other reason</translation>
    </message>
</context>
<context>
    <name>CorrectSheet</name>
    <message>
        <source>Koreksi kunjungan</source>
        <translation>Correct the visit</translation>
    </message>
    <message>
        <source>Simpan koreksi</source>
        <translation>Save correction</translation>
    </message>
    <message>
        <source>Plat nomor</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Jenis kendaraan</source>
        <translation>Vehicle class</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Wajib diisi; tersimpan di riwayat dan audit. Yang lama tetap terlihat.</source>
        <translation>Required; kept in history and audit. The old values stay visible.</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>tinggi: terdengar · sedang: belum pasti · rendah: tidak terdengar</source>
        <translation>high: heard · middle: not certain yet · low: not heard</translation>
    </message>
    <message>
        <source>Cakupan per jam</source>
        <translation>Coverage by hour</translation>
    </message>
    <message>
        <source>%1 jam tidak terdengar</source>
        <translation>%1 hours not heard</translation>
    </message>
    <message>
        <source>tanpa jam gelap</source>
        <translation>no blind hours</translation>
    </message>
    <message>
        <source>Belum ada kunci</source>
        <translation>No locks yet</translation>
    </message>
    <message>
        <source>%1 jam belum pasti</source>
        <translation>%1 hours not certain yet</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Muncul begitu server terhubung.</source>
        <translation>Appears once the server is connected.</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Belum ada data</source>
        <translation>No data yet</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Isi seperti 24-03-2025</source>
        <translation>Write it like 24-03-2025</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Tutup rincian</source>
        <translation>Close details</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Lama parkir</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Nomor karcis</source>
        <translation>Ticket number</translation>
    </message>
    <message>
        <source>Menurut tarif</source>
        <translation>By tariff</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Alasan tanpa plat</source>
        <translation>Why there is no plate</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>DeviceCode</name>
    <message>
        <source>Tunjukkan kode ini kepada admin:</source>
        <translation>Show this code to the admin:</translation>
    </message>
</context>
<context>
    <name>DevicePane</name>
    <message>
        <source>Nomor 1–%1 lengkap</source>
        <translation>Numbers 1–%1 complete</translation>
    </message>
    <message>
        <source>Belum sampai: nomor %1</source>
        <translation>Not arrived: number %1</translation>
    </message>
    <message>
        <source>Terakhir terlihat</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>Jam perangkat</source>
        <translation>Device&apos;s clock</translation>
    </message>
    <message>
        <source>Tidak mencatat apa pun saat luring dalam kurun ini.</source>
        <translation>Recorded nothing offline in this period.</translation>
    </message>
    <message>
        <source>Bekerja luring</source>
        <translation>Worked offline</translation>
    </message>
    <message>
        <source>Tidak ada yang ditolak.</source>
        <translation>Nothing was refused.</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>baru</source>
        <translation>new</translation>
    </message>
    <message>
        <source>salah %1 kali</source>
        <translation>wrong %1 times</translation>
    </message>
    <message>
        <source>%1 tidak pasti</source>
        <translation>%1 uncertain</translation>
    </message>
    <message>
        <source>tepat</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>%1 – %2: %3 catatan</source>
        <translation>%1 – %2: %3 records</translation>
    </message>
    <message>
        <source>%1 kali: %2</source>
        <translation>%1 times: %2</translation>
    </message>
    <message>
        <source>%1 catatan, terlama %2</source>
        <translation>%1 records, longest %2</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Perangkat</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Pertama</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Terakhir</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>HP muncul setelah petugas mencoba masuk.</source>
        <translation>A phone appears once an attendant tries to log in.</translation>
    </message>
    <message>
        <source>Belum ada perangkat</source>
        <translation>No devices yet</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Cabut</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kode %1, untuk dicocokkan dengan layar HP</source>
        <translation>Code of %1, to compare with the phone&apos;s screen</translation>
    </message>
</context>
<context>
    <name>DuplicateWords</name>
    <message>
        <source>Dicatat dua kali</source>
        <translation>Recorded twice</translation>
    </message>
    <message>
        <source>Dua pintu</source>
        <translation>Two gates</translation>
    </message>
    <message>
        <source>Plat salah baca</source>
        <translation>Plate read wrongly</translation>
    </message>
    <message>
        <source>Kunjungan lama</source>
        <translation>Old visit</translation>
    </message>
    <message>
        <source>Keluar dua kali</source>
        <translation>Left twice</translation>
    </message>
    <message>
        <source>Belum jelas</source>
        <translation>Not clear yet</translation>
    </message>
    <message>
        <source>Saran: gabungkan</source>
        <translation>Suggestion: merge</translation>
    </message>
    <message>
        <source>Saran: pertahankan keduanya</source>
        <translation>Suggestion: keep both</translation>
    </message>
    <message>
        <source>Saran: batalkan salah satu</source>
        <translation>Suggestion: void one</translation>
    </message>
    <message>
        <source>Saran: periksa lebih dulu</source>
        <translation>Suggestion: look first</translation>
    </message>
    <message>
        <source>Digabung</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>Keduanya dipertahankan</source>
        <translation>Both kept</translation>
    </message>
    <message>
        <source>Selesai sendiri</source>
        <translation>Settled by itself</translation>
    </message>
    <message>
        <source>Terbuka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Plat</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Pintu masuk</source>
        <translation>Entry gate</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Pintu keluar</source>
        <translation>Exit gate</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Karcis</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Records</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Terbuka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Plat</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Sebab</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Saran</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Catatan ganda muncul di sini begitu ditemukan.</source>
        <translation>Double records appear here as soon as they are found.</translation>
    </message>
    <message>
        <source>Tidak ada yang ganda</source>
        <translation>Nothing is double</translation>
    </message>
    <message>
        <source>Tidak ada</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Buka di Keluar</source>
        <translation>Open in Exit</translation>
    </message>
    <message>
        <source>Tetap catat</source>
        <translation>Record anyway</translation>
    </message>
    <message>
        <source>Jenis kendaraan</source>
        <translation>Vehicle class</translation>
    </message>
    <message>
        <source>Simpan &amp; karcis</source>
        <translation>Save &amp; ticket</translation>
    </message>
    <message>
        <source>Salah catat? Kendaraan ini dicatat keluar gratis.</source>
        <translation>Wrong? This car is recorded as leaving free.</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Tutup pesan</source>
        <translation>Dismiss message</translation>
    </message>
</context>
<context>
    <name>ExitDoneView</name>
    <message>
        <source>Keluar tercatat</source>
        <translation>Exit recorded</translation>
    </message>
    <message>
        <source>Kembalian</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Biaya %1, diterima %2</source>
        <translation>Fee %1, received %2</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Dicatat, belum diverifikasi</source>
        <translation>Recorded, not verified</translation>
    </message>
    <message>
        <source>Buka palang</source>
        <translation>Open gate</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>ExitSearchView</name>
    <message>
        <source>3 huruf/angka plat, atau karcis</source>
        <translation>3 characters, or a ticket</translation>
    </message>
    <message>
        <source>Mencari…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Coba bagian lain dari plat (O/0, I/1, B/8 mudah tertukar), pindai karcisnya, atau ketik nomornya.</source>
        <translation>Try another part of the plate (O/0, I/1, B/8 are easily mixed up), scan the ticket, or type its number.</translation>
    </message>
    <message>
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Pindai karcis atau ketik plat</source>
        <translation>Scan the ticket or type the plate</translation>
    </message>
    <message>
        <source>Berhenti memindai</source>
        <translation>Stop scanning</translation>
    </message>
    <message>
        <source>Pindai karcis</source>
        <translation>Scan a ticket</translation>
    </message>
    <message>
        <source>Arahkan ke kode QR karcis</source>
        <translation>Point at the ticket&apos;s QR code</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>%1 kendaraan tertulis…</source>
        <translation>%1 vehicles written…</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 % · %2 kendaraan tertulis…</source>
        <translation>%1 % · %2 vehicles written…</translation>
    </message>
    <message>
        <source>Semua kendaraan (Excel)</source>
        <translation>All vehicles (Excel)</translation>
    </message>
    <message>
        <source>(CSV)</source>
        <translation>(CSV)</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
</context>
<context>
    <name>FeeTester</name>
    <message>
        <source>Coba tarif</source>
        <translation>Try the tariff</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Menit</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Karcis hilang</source>
        <translation>Lost ticket</translation>
    </message>
</context>
<context>
    <name>FeeView</name>
    <message>
        <source>Tunai</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation>QRIS</translation>
    </message>
    <message>
        <source>E-money</source>
        <translation>E-money</translation>
    </message>
    <message>
        <source>Karcis hilang</source>
        <translation>Lost ticket</translation>
    </message>
    <message>
        <source>Pakai tarif</source>
        <translation>Use tariff</translation>
    </message>
    <message>
        <source>Biaya manual</source>
        <translation>Manual amount</translation>
    </message>
    <message>
        <source>Nomor referensi (boleh kosong)</source>
        <translation>Reference number (optional)</translation>
    </message>
    <message>
        <source>Pembayaran ini dicatat, belum diverifikasi bank. Lihat bukti di HP pengemudi.</source>
        <translation>This payment is recorded, not verified by the bank. Look at the proof on the driver&apos;s phone.</translation>
    </message>
    <message>
        <source>Terima %1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>Keluar, gratis</source>
        <translation>Exit, free</translation>
    </message>
</context>
<context>
    <name>FeeWords</name>
    <message>
        <source>Biaya manual: %1</source>
        <translation>Manual amount: %1</translation>
    </message>
    <message>
        <source>Parkir sangat lama: penyelia akan memeriksa</source>
        <translation>Very long stay: a supervisor will check</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Dikoreksi</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Palang sedang dibuka</source>
        <translation>Gate opening</translation>
    </message>
    <message>
        <source>Palang dibuka</source>
        <translation>Gate opened</translation>
    </message>
    <message>
        <source>Palang gagal dibuka</source>
        <translation>Gate did not open</translation>
    </message>
    <message>
        <source>Mode palang diubah</source>
        <translation>Gate mode changed</translation>
    </message>
    <message>
        <source>Catatan kunci</source>
        <translation>Lock record</translation>
    </message>
    <message>
        <source>Baterai kunci lemah</source>
        <translation>Lock battery low</translation>
    </message>
    <message>
        <source>Gateway terhubung</source>
        <translation>Gateway connected</translation>
    </message>
    <message>
        <source>Gateway terputus</source>
        <translation>Gateway disconnected</translation>
    </message>
    <message>
        <source>Gateway sudah lengkap</source>
        <translation>Gateway caught up</translation>
    </message>
    <message>
        <source>Peringatan</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Peringatan selesai</source>
        <translation>Alert resolved</translation>
    </message>
    <message>
        <source>Pengaturan diubah</source>
        <translation>Settings changed</translation>
    </message>
    <message>
        <source>Catatan luring diterima</source>
        <translation>Offline record received</translation>
    </message>
    <message>
        <source>Ditahan buka</source>
        <translation>Held open</translation>
    </message>
    <message>
        <source>Ditutup</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Otomatis</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>untuk kendaraan</source>
        <translation>for a vehicle</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>Kejadian</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Ke yang terbaru</source>
        <translation>To the newest</translation>
    </message>
    <message>
        <source>Belum ada kejadian hari ini.</source>
        <translation>No events today.</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Semua hal</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Selisih biaya</source>
        <translation>Fee differences</translation>
    </message>
    <message>
        <source>Kurang bayar</source>
        <translation>Underpaid</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Karcis hilang</source>
        <translation>Lost ticket</translation>
    </message>
    <message>
        <source>Tanpa plat</source>
        <translation>No plate</translation>
    </message>
    <message>
        <source>Plat saat keluar berbeda</source>
        <translation>Other plate at exit</translation>
    </message>
    <message>
        <source>Keluar dua kali</source>
        <translation>Left twice</translation>
    </message>
    <message>
        <source>Dicatat saat luring</source>
        <translation>Recorded offline</translation>
    </message>
    <message>
        <source>Jam tidak pasti</source>
        <translation>Clock uncertain</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Jenis kendaraan</source>
        <translation>Vehicle class</translation>
    </message>
    <message>
        <source>Pintu</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Yang tidak biasa</source>
        <translation>What is unusual</translation>
    </message>
    <message>
        <source>Dari tanggal</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>Sampai</source>
        <translation>To day</translation>
    </message>
    <message>
        <source>Kosongkan</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Simpan saringan…</source>
        <translation>Keep filter…</translation>
    </message>
    <message>
        <source>Yang perlu dilihat</source>
        <translation>What needs a look</translation>
    </message>
    <message>
        <source>Saringan lain (%1)…</source>
        <translation>More filters (%1)…</translation>
    </message>
    <message>
        <source>Saringan lain…</source>
        <translation>More filters…</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Ubah saringan</source>
        <translation>Change filter</translation>
    </message>
    <message>
        <source>Simpan saringan</source>
        <translation>Keep filter</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hapus saringan ini</source>
        <translation>Remove this filter</translation>
    </message>
    <message>
        <source>Nama saringan</source>
        <translation>Name of the filter</translation>
    </message>
    <message>
        <source>Nama ini sudah dipakai saringan lain.</source>
        <translation>Another filter has this name.</translation>
    </message>
    <message>
        <source>Tersimpan di komputer ini. Nama yang sama menggantikan yang lama.</source>
        <translation>Kept on this computer. The same name replaces the old one.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>masuk %1</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>GateChoice</name>
    <message>
        <source>Anda bertugas di pintu mana?</source>
        <translation>Which gate do you work at?</translation>
    </message>
    <message>
        <source>Pintu keluar</source>
        <translation>Exit gate</translation>
    </message>
    <message>
        <source>Pintu masuk</source>
        <translation>Entry gate</translation>
    </message>
    <message>
        <source>Masuk dan keluar</source>
        <translation>Entry and exit</translation>
    </message>
    <message>
        <source>di sini</source>
        <translation>here</translation>
    </message>
    <message>
        <source>Daftar pintu datang dari server pada sambungan pertama. Tunggu indikator hijau.</source>
        <translation>The gates come from the server on the first connection. Wait for the green indicator.</translation>
    </message>
    <message>
        <source>Mengambil konfigurasi…</source>
        <translation>Fetching configuration…</translation>
    </message>
</context>
<context>
    <name>GateHint</name>
    <message>
        <source>Kendaraan keluar dicatat di pintu keluar.</source>
        <translation>Exits are recorded at an exit gate.</translation>
    </message>
    <message>
        <source>Kendaraan masuk dicatat di pintu masuk.</source>
        <translation>Entries are recorded at an entry gate.</translation>
    </message>
    <message>
        <source>%1 hanya pintu masuk</source>
        <translation>%1 is for entries only</translation>
    </message>
    <message>
        <source>%1 hanya pintu keluar</source>
        <translation>%1 is for exits only</translation>
    </message>
    <message>
        <source>Pindah ke pintu keluar</source>
        <translation>Move to an exit gate</translation>
    </message>
    <message>
        <source>Pindah ke pintu masuk</source>
        <translation>Move to an entry gate</translation>
    </message>
</context>
<context>
    <name>GateSheet</name>
    <message>
        <source>Alat rusak</source>
        <translation>Equipment fault</translation>
    </message>
    <message>
        <source>Darurat</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>Pejabat</source>
        <translation>Official</translation>
    </message>
    <message>
        <source>Tamu VIP</source>
        <translation>VIP guest</translation>
    </message>
    <message>
        <source>Uji palang</source>
        <translation>Gate test</translation>
    </message>
    <message>
        <source>Buka %1</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>Pilih alasannya. Setiap pembukaan tercatat dengan nama Anda.</source>
        <translation>Choose the reason. Each opening is recorded with your name.</translation>
    </message>
    <message>
        <source>Alasan lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Buka palang</source>
        <translation>Open gate</translation>
    </message>
    <message>
        <source>Coba lagi dengan alasan</source>
        <translation>Try again with a reason</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>GatesSection</name>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Dua arah</source>
        <translation>Both ways</translation>
    </message>
    <message>
        <source>Nama · %1</source>
        <translation>Name · %1</translation>
    </message>
    <message>
        <source>Arah</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Kunci</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Tambah pintu</source>
        <translation>Add gate</translation>
    </message>
    <message>
        <source>Kunci TTLock</source>
        <translation>TTLock locks</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nomor (lockId)</source>
        <translation>Number (lockId)</translation>
    </message>
    <message>
        <source>Nomor kunci baru (lockId)</source>
        <translation>New lock&apos;s number (lockId)</translation>
    </message>
    <message>
        <source>Namanya</source>
        <translation>Its name</translation>
    </message>
    <message>
        <source>Tambah kunci</source>
        <translation>Add lock</translation>
    </message>
</context>
<context>
    <name>GatewayPane</name>
    <message>
        <source>Luring dalam kurun ini</source>
        <translation>Offline in this period</translation>
    </message>
    <message>
        <source>Menyusul</source>
        <translation>Catching up</translation>
    </message>
    <message>
        <source>Tidak pernah luring dalam kurun ini.</source>
        <translation>Never offline in this period.</translation>
    </message>
    <message>
        <source>Waktu luring</source>
        <translation>Time offline</translation>
    </message>
</context>
<context>
    <name>GiveByCodes</name>
    <message>
        <source>Kode %1 dari %2</source>
        <translation>Code %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message>
        <source>kode %1 dari %2</source>
        <translation>code %1 of %2</translation>
    </message>
    <message>
        <source>Di HP lain: Catatan, Salinan &amp; pindahan, Terima dari HP lain, Kode. Kode berulang sampai semuanya terbaca; boleh ditutup kapan saja.</source>
        <translation>On the other phone: Records, Copies &amp; moving, Take from another phone, Codes. The codes go round until all are read; close this at any time.</translation>
    </message>
    <message numerus="yes">
        <source>%n foto tidak ikut: tetap menunggu di HP ini.</source>
        <translation>
            <numerusform>%n photo does not come along: it goes on waiting on this phone.</numerusform>
            <numerusform>%n photos do not come along: they go on waiting on this phone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Catatan tetap di HP ini sampai server menerimanya; tidak dihitung dua kali.</source>
        <translation>The records stay on this phone until the server has them; nothing counts twice.</translation>
    </message>
</context>
<context>
    <name>GiveByNetwork</name>
    <message>
        <source>Pindai kode di HP yang satunya</source>
        <translation>Scan the code on the other phone</translation>
    </message>
    <message numerus="yes">
        <source>Mengirim %n catatan…</source>
        <translation>
            <numerusform>Sending %n record…</numerusform>
            <numerusform>Sending %n records…</numerusform>
        </translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Pakai kode</source>
        <translation>Use codes</translation>
    </message>
    <message>
        <source>Di HP lain: Catatan, Salinan &amp; pindahan, Terima dari HP lain. Kedua HP di Wi-Fi yang sama; hotspot juga boleh, tanpa internet pun bisa.</source>
        <translation>On the other phone: Records, Copies &amp; moving, Take from another phone. Both phones in the same Wi-Fi; a hotspot will do, even without internet.</translation>
    </message>
    <message>
        <source>Catatan tetap di HP ini sampai server menerimanya; tidak dihitung dua kali.</source>
        <translation>The records stay on this phone until the server has them; nothing counts twice.</translation>
    </message>
    <message numerus="yes">
        <source>%n foto tidak ikut: tetap menunggu di HP ini.</source>
        <translation>
            <numerusform>%n photo does not come along: it goes on waiting on this phone.</numerusform>
            <numerusform>%n photos do not come along: they go on waiting on this phone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catatan sudah ada di HP %1</source>
        <translation>
            <numerusform>%n record is on phone %1 now</numerusform>
            <numerusform>%n records are on phone %1 now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiveSheet</name>
    <message>
        <source>Lebih cepat</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Lebih lambat</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>Serahkan ke HP lain</source>
        <translation>Hand over to another phone</translation>
    </message>
    <message>
        <source>Jaringan</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Codes</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Bantuan ini</source>
        <translation>This help</translation>
    </message>
    <message>
        <source>Cari kendaraan</source>
        <translation>Find a vehicle</translation>
    </message>
    <message>
        <source>Ke kendali berikutnya</source>
        <translation>To the next control</translation>
    </message>
    <message>
        <source>Baris sebelumnya, berikutnya</source>
        <translation>Previous, next row</translation>
    </message>
    <message>
        <source>Buka baris, tekan tombol</source>
        <translation>Open a row, press a button</translation>
    </message>
    <message>
        <source>Tutup rincian</source>
        <translation>Close details</translation>
    </message>
    <message>
        <source>Simpan pengaturan</source>
        <translation>Save settings</translation>
    </message>
    <message>
        <source>Papan tik</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Satu halaman; Home dan End ke ujung</source>
        <translation>A page; Home and End to the ends</translation>
    </message>
    <message>
        <source>Muat ulang</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Simpan saringan</source>
        <translation>Keep filter</translation>
    </message>
    <message>
        <source>Saringan tersimpan, sampai Alt+9</source>
        <translation>Kept filters, up to Alt+9</translation>
    </message>
    <message>
        <source>Koreksi kunjungan</source>
        <translation>Correct the visit</translation>
    </message>
    <message>
        <source>Batalkan kunjungan</source>
        <translation>Void the visit</translation>
    </message>
    <message>
        <source>Saring kendaraan; dengan Shift: saringan lain</source>
        <translation>Filter vehicles; with Shift: more filters</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>HP %1, catatan %2</source>
        <translation>Phone %1, record %2</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>dibayar %1</source>
        <translation>paid %1</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>%1: ditolak</source>
        <translation>%1: refused</translation>
    </message>
    <message>
        <source>%1: menunggu server</source>
        <translation>%1: waiting for the server</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>Riwayat sinkronisasi</source>
        <translation>Sync history</translation>
    </message>
    <message>
        <source>Catatan yang langsung terkirim tidak masuk riwayat ini.</source>
        <translation>Records that were sent at once are not listed here.</translation>
    </message>
    <message>
        <source>Belum ada sinkronisasi</source>
        <translation>No sync yet</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Impor data lama</source>
        <translation>Import old data</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Membaca berkas…</source>
        <translation>Reading files…</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Folder offline_data</source>
        <translation>offline_data folder</translation>
    </message>
    <message>
        <source>Folder berisi parking_entry_….json dan parking_exit_….json, dengan Images di dalam atau di sebelahnya.</source>
        <translation>The folder with parking_entry_….json and parking_exit_….json, and Images in it or beside it.</translation>
    </message>
    <message>
        <source>Untuk catatan masuk; ketuk untuk mengganti</source>
        <translation>For entries; tap to change</translation>
    </message>
    <message>
        <source>Untuk catatan keluar; ketuk untuk mengganti</source>
        <translation>For exits; tap to change</translation>
    </message>
    <message>
        <source>Yang diambil menunggu di Catatan sampai dikirim. Mengimpor dua kali tidak menggandakan apa pun.</source>
        <translation>What is taken in waits under Records until it is sent. Importing twice doubles nothing.</translation>
    </message>
</context>
<context>
    <name>IndicatorRow</name>
    <message>
        <source>%1 · belum ada pembanding</source>
        <translation>%1 · nobody to compare with yet</translation>
    </message>
</context>
<context>
    <name>IndicatorWords</name>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>biasanya %1 (%2 – %3)</source>
        <translation>usually %1 (%2 – %3)</translation>
    </message>
    <message>
        <source>seperti yang lain</source>
        <translation>like the others</translation>
    </message>
    <message>
        <source>%1 perlu diperiksa</source>
        <translation>%1 need attention</translation>
    </message>
    <message>
        <source>Rata-rata tagihan</source>
        <translation>Mean fee</translation>
    </message>
    <message>
        <source>Keluar gratis</source>
        <translation>Free exits</translation>
    </message>
    <message>
        <source>Karcis hilang</source>
        <translation>Lost tickets</translation>
    </message>
    <message>
        <source>Ditagih kurang dari tarif</source>
        <translation>Charged less than the tariff</translation>
    </message>
    <message>
        <source>Keluar tanpa foto</source>
        <translation>Exits without a photo</translation>
    </message>
    <message>
        <source>Dibayar tunai</source>
        <translation>Paid in cash</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Golongan diturunkan</source>
        <translation>Class lowered</translation>
    </message>
    <message>
        <source>Karcis dicetak ulang</source>
        <translation>Tickets printed again</translation>
    </message>
    <message>
        <source>Palang dibuka manual</source>
        <translation>Gate opened by hand</translation>
    </message>
    <message numerus="yes">
        <source>dari %n kendaraan</source>
        <translation>
            <numerusform>of %n vehicle</numerusform>
            <numerusform>of %n vehicles</numerusform>
        </translation>
    </message>
    <message>
        <source>belum ada pembanding</source>
        <translation>nobody to compare with yet</translation>
    </message>
</context>
<context>
    <name>JudgeBox</name>
    <message>
        <source>Beralasan</source>
        <translation>Justified</translation>
    </message>
    <message>
        <source>Disalahgunakan</source>
        <translation>Misuse</translation>
    </message>
    <message>
        <source>Gangguan alat</source>
        <translation>Equipment fault</translation>
    </message>
    <message>
        <source>Apa yang ditemukan?</source>
        <translation>What was found?</translation>
    </message>
    <message>
        <source>Simpan penilaian</source>
        <translation>Save judgement</translation>
    </message>
</context>
<context>
    <name>LaneTile</name>
    <message>
        <source>Ditahan buka</source>
        <translation>Held open</translation>
    </message>
    <message>
        <source>Ditutup</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Otomatis</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Palang dibuka</source>
        <translation>Gate opened</translation>
    </message>
    <message>
        <source>Palang gagal dibuka</source>
        <translation>Gate did not open</translation>
    </message>
    <message>
        <source>Perintah buka terlambat</source>
        <translation>Opening came too late</translation>
    </message>
    <message>
        <source>Hasil buka belum diketahui</source>
        <translation>Opening&apos;s outcome unknown</translation>
    </message>
    <message>
        <source>Palang sedang dibuka</source>
        <translation>Gate opening</translation>
    </message>
    <message>
        <source>Belum ada pembukaan</source>
        <translation>No opening yet</translation>
    </message>
    <message>
        <source>keluar %1</source>
        <translation>out %1</translation>
    </message>
    <message>
        <source>masuk %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Belum ada kendaraan</source>
        <translation>No vehicle yet</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Masuk hari ini</source>
        <translation>Entries today</translation>
    </message>
    <message>
        <source>Keluar hari ini</source>
        <translation>Exits today</translation>
    </message>
    <message>
        <source>Pendapatan hari ini</source>
        <translation>Revenue today</translation>
    </message>
    <message>
        <source>Muncul begitu server terhubung.</source>
        <translation>Appears once the server is connected.</translation>
    </message>
    <message>
        <source>Belum ada pintu</source>
        <translation>No gates yet</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Belum ada data</source>
        <translation>No data yet</translation>
    </message>
</context>
<context>
    <name>LockPane</name>
    <message>
        <source>Terakhir terdengar</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>Catatan telat</source>
        <translation>Late records</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Keterlambatan</source>
        <translation>Delay</translation>
    </message>
    <message>
        <source>Cakupan</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>Tidak terdengar</source>
        <translation>Not heard</translation>
    </message>
    <message>
        <source>Belum pernah ditarik.</source>
        <translation>Never pulled.</translation>
    </message>
    <message>
        <source>Penarikan catatan</source>
        <translation>Pulls of records</translation>
    </message>
    <message>
        <source>Yang dicatat kunci</source>
        <translation>What the lock recorded</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Apa</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Lewat</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Pembukaan di pintu ini akan muncul di sini.</source>
        <translation>Openings at this gate will appear here.</translation>
    </message>
    <message>
        <source>Belum ada catatan</source>
        <translation>No records yet</translation>
    </message>
    <message>
        <source>Buka palang…</source>
        <translation>Open gate…</translation>
    </message>
    <message>
        <source>Tarik 24 jam</source>
        <translation>Pull 24 hours</translation>
    </message>
    <message>
        <source>TTLock belum memberi tahu kuat sinyalnya.</source>
        <translation>TTLock has not told its signal yet.</translation>
    </message>
    <message>
        <source>Sinyal di gateway</source>
        <translation>Signal at the gateways</translation>
    </message>
    <message>
        <source>Tidak ada sela yang tercatat dalam kurun ini.</source>
        <translation>No gap is recorded in this period.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Terkunci. %1 catatan tersimpan dan tetap dikirim.</source>
        <translation>Locked. %1 records are kept and go on being sent.</translation>
    </message>
    <message>
        <source>Terkunci. Shift tetap berjalan.</source>
        <translation>Locked. The shift goes on.</translation>
    </message>
    <message numerus="yes">
        <source>%n angka</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN salah. Coba lagi dalam %n detik.</source>
        <translation>
            <numerusform>Wrong PIN. Try again in %n second.</numerusform>
            <numerusform>Wrong PIN. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Buka kunci</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Lupa PIN: masuk dengan sandi</source>
        <translation>Forgot the PIN: log in</translation>
    </message>
</context>
<context>
    <name>LockTile</name>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Baterai</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Selisih jam</source>
        <translation>Clock difference</translation>
    </message>
    <message>
        <source>Catatan terakhir</source>
        <translation>Last record</translation>
    </message>
    <message>
        <source>Sinyal</source>
        <translation>Signal</translation>
    </message>
</context>
<context>
    <name>LockWords</name>
    <message>
        <source>Tertutup</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Terbuka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Belum diketahui</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>tepat</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>Terdengar</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>Belum pasti</source>
        <translation>Not certain</translation>
    </message>
    <message>
        <source>Tidak terdengar</source>
        <translation>Not heard</translation>
    </message>
    <message>
        <source>Daring sejak %1</source>
        <translation>Online since %1</translation>
    </message>
    <message>
        <source>Luring sejak %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>%1 dtk</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>kuat</source>
        <translation>strong</translation>
    </message>
    <message>
        <source>sedang</source>
        <translation>fair</translation>
    </message>
    <message>
        <source>lemah</source>
        <translation>weak</translation>
    </message>
</context>
<context>
    <name>LocksPage</name>
    <message>
        <source>TTLock: %1</source>
        <translation>TTLock: %1</translation>
    </message>
    <message>
        <source>Pasang kunci pada pintu di Pengaturan.</source>
        <translation>Bind a lock to a gate in Settings.</translation>
    </message>
    <message>
        <source>Belum ada kunci</source>
        <translation>No locks yet</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Belum ada data</source>
        <translation>No data yet</translation>
    </message>
    <message>
        <source>%1 kiriman tidak terbaca</source>
        <translation>%1 deliveries unreadable</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Terakhir terdengar</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>Catatan telat</source>
        <translation>Late records</translation>
    </message>
    <message>
        <source>Belum ada gateway</source>
        <translation>No gateways yet</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Parkir, tanpa catatan hilang</source>
        <translation>Parking, no record lost</translation>
    </message>
    <message>
        <source>Alamat server</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Kode pendaftaran HP</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>Hanya untuk HP baru. Admin membuat kodenya; sekali pakai.</source>
        <translation>For a new phone only. An admin makes the code; it works once.</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Masuk kerja</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>HP baru? Isi kode pendaftaran</source>
        <translation>New phone? Enter the enrolment code</translation>
    </message>
    <message>
        <source>Nama pengguna</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Berhenti memindai</source>
        <translation>Stop scanning</translation>
    </message>
    <message>
        <source>Pindai alamat dari layar penyelia</source>
        <translation>Scan the address from the supervisor&apos;s screen</translation>
    </message>
</context>
<context>
    <name>LookPane</name>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Apa</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Tidak ada catatan</source>
        <translation>No records</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Langsung</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Kendaraan</source>
        <translation>Vehicles</translation>
    </message>
    <message>
        <source>Waktu masuk habis.</source>
        <translation>Your log-in has expired.</translation>
    </message>
    <message>
        <source>Terhubung dari tempat lain.</source>
        <translation>Connected from elsewhere.</translation>
    </message>
    <message>
        <source>Luring.</source>
        <translation>Offline.</translation>
    </message>
    <message>
        <source>Yang sudah dimuat tetap terlihat. Masuk lagi untuk melanjutkan.</source>
        <translation>What was loaded stays visible. Log in again to go on.</translation>
    </message>
    <message>
        <source>Yang terlihat adalah data s.d. %1; tindakan menunggu server terhubung lagi.</source>
        <translation>You see data up to %1; actions wait until the server is back.</translation>
    </message>
    <message>
        <source>Tindakan menunggu server terhubung.</source>
        <translation>Actions wait for the server.</translation>
    </message>
    <message>
        <source>Masuk lagi</source>
        <translation>Log in again</translation>
    </message>
    <message>
        <source>Pembukaan</source>
        <translation>Openings</translation>
    </message>
    <message>
        <source>Kunci</source>
        <translation>Locks</translation>
    </message>
    <message>
        <source>Duplikat</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Kiriman</source>
        <translation>Sync log</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>ManualAmountSheet</name>
    <message>
        <source>Biaya manual</source>
        <translation>Manual amount</translation>
    </message>
    <message>
        <source>Pakai %1</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>Menurut tarif %1. Selisihnya terlihat oleh penyelia.</source>
        <translation>By tariff %1. Supervisors see the difference.</translation>
    </message>
    <message>
        <source>Biaya (Rp)</source>
        <translation>Amount (Rp)</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Pakai kode ini</source>
        <translation>Use this code</translation>
    </message>
    <message>
        <source>Minta kode baru</source>
        <translation>Ask for a new code</translation>
    </message>
    <message>
        <source>Luring, jadi perlu izin. Telepon penyelia dan bacakan:</source>
        <translation>Offline, so it needs leave. Call a supervisor and read out:</translation>
    </message>
    <message>
        <source>HP %1 · %2</source>
        <translation>HP %1 · %2</translation>
    </message>
    <message>
        <source>Kode dari penyelia (6 angka, berlaku 5 menit)</source>
        <translation>The supervisor&apos;s code (6 digits, 5 minutes)</translation>
    </message>
    <message>
        <source>Tarif tidak dapat dihitung di HP ini. Jumlah dan alasannya diperiksa penyelia.</source>
        <translation>The tariff cannot be worked out on this phone. A supervisor looks at the amount and its reason.</translation>
    </message>
</context>
<context>
    <name>MoneyKeys</name>
    <message>
        <source>Uang pas</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Hapus uang diterima</source>
        <translation>Clear the cash received</translation>
    </message>
</context>
<context>
    <name>MoneyPanel</name>
    <message>
        <source>Uang</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>Pendapatan</source>
        <translation>Revenue</translation>
    </message>
    <message>
        <source>Bersih</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Pajak di dalamnya</source>
        <translation>Tax contained</translation>
    </message>
    <message>
        <source>Selisih kas shift</source>
        <translation>Shift cash difference</translation>
    </message>
    <message>
        <source>Masuk / keluar</source>
        <translation>In / out</translation>
    </message>
    <message>
        <source>Rata-rata parkir</source>
        <translation>Average stay</translation>
    </message>
    <message>
        <source>Selisih biaya: %1</source>
        <translation>Fee differs: %1</translation>
    </message>
    <message>
        <source>Gratis: %1</source>
        <translation>Free: %1</translation>
    </message>
    <message>
        <source>Karcis hilang: %1</source>
        <translation>Lost tickets: %1</translation>
    </message>
    <message>
        <source>Tanpa foto keluar: %1</source>
        <translation>No exit photo: %1</translation>
    </message>
</context>
<context>
    <name>MoreFiltersSheet</name>
    <message>
        <source>Saringan lain</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>Terapkan</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Kosongkan yang ini</source>
        <translation>Clear these</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Nama pengguna, yang mencatat masuk atau keluarnya.</source>
        <translation>User name of who recorded the entry or the exit.</translation>
    </message>
    <message>
        <source>Cara bayar</source>
        <translation>Means of payment</translation>
    </message>
    <message>
        <source>Lama parkir (menit)</source>
        <translation>Stay (minutes)</translation>
    </message>
    <message>
        <source>Dibayar (Rp)</source>
        <translation>Paid (Rp)</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Buka palang</source>
        <translation>Open gate</translation>
    </message>
    <message>
        <source>Dengan alasan; tercatat</source>
        <translation>With a reason; recorded</translation>
    </message>
    <message>
        <source>Sinkronisasi data</source>
        <translation>Sync data</translation>
    </message>
    <message>
        <source>%1 menunggu kirim</source>
        <translation>%1 waiting to be sent</translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation>Everything is sent</translation>
    </message>
    <message>
        <source>Riwayat sinkronisasi</source>
        <translation>Sync history</translation>
    </message>
    <message>
        <source>Ganti pintu</source>
        <translation>Change gate</translation>
    </message>
    <message>
        <source>Biasa</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Terik</source>
        <translation>Sunlight</translation>
    </message>
    <message>
        <source>Malam</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>Layar</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>%1 di %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>Selesai bekerja</source>
        <translation>Log out</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan belum terkirim</source>
        <translation>
            <numerusform>%n record not sent yet</numerusform>
            <numerusform>%n records not sent yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Sinkronkan dulu</source>
        <translation>Sync first</translation>
    </message>
    <message>
        <source>Tetap selesai</source>
        <translation>Log out anyway</translation>
    </message>
    <message>
        <source>Catatan tetap tersimpan di HP ini dan dikirim setelah petugas berikutnya masuk.</source>
        <translation>The records stay on this phone and are sent after the next log-in.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Belum diatur</source>
        <translation>Not set up</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Terpasang; diminta setelah 5 menit</source>
        <translation>Set; asked for after 5 minutes</translation>
    </message>
    <message>
        <source>Belum dipasang</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>Besar</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Terbesar</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Size of letters</translation>
    </message>
    <message>
        <source>Shift tetap berjalan</source>
        <translation>The shift goes on</translation>
    </message>
    <message>
        <source>Kunci layar</source>
        <translation>Lock the screen</translation>
    </message>
    <message>
        <source>Saat tercatat, dan saat ada yang ditolak</source>
        <translation>When something is recorded, and when something is refused</translation>
    </message>
    <message>
        <source>Bunyi dan getar</source>
        <translation>Sounds and vibration</translation>
    </message>
    <message>
        <source>Tanpa gerakan di layar</source>
        <translation>No motion on the screen</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>Salinan &amp; pindahan</source>
        <translation>Copies &amp; moving</translation>
    </message>
    <message numerus="yes">
        <source>HP lain membawakan %n catatan ke server</source>
        <translation>
            <numerusform>Another phone brings %n record to the server</numerusform>
            <numerusform>Another phone brings %n records to the server</numerusform>
        </translation>
    </message>
    <message>
        <source>Bawakan catatan HP yang mati atau tanpa sinyal</source>
        <translation>Bring the records of a phone that is dying or has no signal</translation>
    </message>
    <message>
        <source>Terima dari HP lain</source>
        <translation>Take from another phone</translation>
    </message>
    <message>
        <source>Berkas catatan dan foto yang hanya dapat dibuka server</source>
        <translation>A file of records and photos that only the server can open</translation>
    </message>
    <message>
        <source>Salinan kedua</source>
        <translation>Second copy</translation>
    </message>
    <message>
        <source>Folder offline_data, untuk program lain</source>
        <translation>The offline_data folder, for another program</translation>
    </message>
    <message>
        <source>Ekspor catatan luring</source>
        <translation>Export offline records</translation>
    </message>
    <message>
        <source>Folder offline_data dari program lain</source>
        <translation>The offline_data folder of another program</translation>
    </message>
    <message>
        <source>Impor data lama</source>
        <translation>Import older data</translation>
    </message>
    <message>
        <source>Serahkan ke HP lain</source>
        <translation>Hand over to another phone</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>%1, %2 perlu diperiksa</source>
        <translation>%1, %2 need attention</translation>
    </message>
    <message>
        <source>Izin telepon</source>
        <translation>Phone leave</translation>
    </message>
</context>
<context>
    <name>NoPlateSheet</name>
    <message>
        <source>Baru, belum ada plat</source>
        <translation>New, no plate yet</translation>
    </message>
    <message>
        <source>Plat lepas atau hilang</source>
        <translation>Plate fell off or is lost</translation>
    </message>
    <message>
        <source>Plat tidak terbaca</source>
        <translation>The plate cannot be read</translation>
    </message>
    <message>
        <source>Tanpa plat</source>
        <translation>No plate</translation>
    </message>
    <message>
        <source>Pilih alasannya; kendaraan langsung dicatat.</source>
        <translation>Choose the reason; the car is recorded at once.</translation>
    </message>
    <message>
        <source>Alasan lain…</source>
        <translation>Another reason…</translation>
    </message>
    <message>
        <source>Alasan lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Catat dengan alasan ini</source>
        <translation>Record with this reason</translation>
    </message>
    <message>
        <source>TNI/Polri, CD/CC, RI, sementara</source>
        <translation>Military, police, diplomatic, temporary</translation>
    </message>
    <message>
        <source>Nomor khusus</source>
        <translation>Special number</translation>
    </message>
    <message>
        <source>Pilih alasannya, lalu foto kendaraannya.</source>
        <translation>Choose why, then take a photo of it.</translation>
    </message>
    <message>
        <source>Foto &amp; catat</source>
        <translation>Photo &amp; record</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message>
        <source>Perhatian</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Masuk lagi</source>
        <translation>Log in again</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Mengerti</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>NumberRange</name>
    <message>
        <source>Isi bilangan bulat, misalnya 5.000.</source>
        <translation>A whole number, for example 5.000.</translation>
    </message>
    <message>
        <source>Yang pertama harus yang lebih kecil.</source>
        <translation>The first must be the smaller one.</translation>
    </message>
    <message>
        <source>paling sedikit</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>paling banyak</source>
        <translation>at most</translation>
    </message>
</context>
<context>
    <name>OpeningPane</name>
    <message>
        <source>Menurut kunci</source>
        <translation>By the lock</translation>
    </message>
    <message>
        <source>Transaksinya</source>
        <translation>Its transaction</translation>
    </message>
    <message>
        <source>Tidak ada transaksi. Yang lewat di sekitar waktu itu:</source>
        <translation>No transaction. What passed around that time:</translation>
    </message>
    <message>
        <source>Plat</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Tidak ada kendaraan 10 menit di sekitarnya</source>
        <translation>No vehicle within 10 minutes of it</translation>
    </message>
</context>
<context>
    <name>OpeningRow</name>
    <message>
        <source>%1, pukul %2</source>
        <translation>%1, at %2</translation>
    </message>
    <message>
        <source>%1, telat %2</source>
        <translation>%1, %2 late</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>Menunggu sebab</source>
        <translation>Waiting for a cause</translation>
    </message>
    <message>
        <source>Menunggu catatan kunci</source>
        <translation>Waiting for the lock&apos;s record</translation>
    </message>
    <message>
        <source>Jelas</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>Tanpa sebab</source>
        <translation>Unexplained</translation>
    </message>
    <message>
        <source>Tidak terbuka</source>
        <translation>Did not open</translation>
    </message>
    <message>
        <source>Paksa atau kunci fisik</source>
        <translation>Forced or by a key</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Dibuka %1: %2</source>
        <translation>Opened by %1: %2</translation>
    </message>
    <message>
        <source>Uji palang oleh %1</source>
        <translation>Gate test by %1</translation>
    </message>
    <message>
        <source>Beralasan</source>
        <translation>Justified</translation>
    </message>
    <message>
        <source>Disalahgunakan</source>
        <translation>Misuse</translation>
    </message>
    <message>
        <source>Gangguan alat</source>
        <translation>Equipment fault</translation>
    </message>
</context>
<context>
    <name>OpeningsPage</name>
    <message>
        <source>Perlu dinilai</source>
        <translation>To be judged</translation>
    </message>
    <message>
        <source>Sudah dinilai</source>
        <translation>Judged</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Pintu</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sebab</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Penilaian</source>
        <translation>Judgement</translation>
    </message>
    <message>
        <source>Setiap pembukaan dalam kurun ini punya sebab, atau sudah dinilai.</source>
        <translation>Every opening of this period has a cause, or was judged.</translation>
    </message>
    <message>
        <source>Coba kurun lain.</source>
        <translation>Try another period.</translation>
    </message>
    <message>
        <source>Semua pembukaan jelas</source>
        <translation>All openings explained</translation>
    </message>
    <message>
        <source>Tidak ada pembukaan</source>
        <translation>No openings</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Terkirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Catatan baru muncul di sini sampai server menerimanya.</source>
        <translation>New records stay here until the server has accepted them.</translation>
    </message>
    <message>
        <source>Catatan yang ditolak server muncul di sini.</source>
        <translation>Records that the server refused appear here.</translation>
    </message>
    <message>
        <source>Yang sudah diterima server disimpan tujuh hari.</source>
        <translation>What the server accepted is kept for seven days.</translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation>Everything is sent</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diperiksa</source>
        <translation>Nothing needs attention</translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>Salinan &amp; pindahan</source>
        <translation>Copies &amp; moving</translation>
    </message>
</context>
<context>
    <name>PairingBox</name>
    <message>
        <source>HP baru</source>
        <translation>New phone</translation>
    </message>
    <message>
        <source>1. Di HP: pindai alamat server di sebelah kanan, lalu masuk. HP menunjukkan kodenya.</source>
        <translation>1. On the phone: scan the server&apos;s address at the right, then log in. The phone shows its code.</translation>
    </message>
    <message>
        <source>2. Di sini: pindai atau ketik kode itu, periksa namanya, lalu setujui.</source>
        <translation>2. Here: scan or type that code, check its name, then approve.</translation>
    </message>
    <message>
        <source>Kode di layar HP</source>
        <translation>Code on the phone&apos;s screen</translation>
    </message>
    <message>
        <source>Cari</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Berhenti</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Pindai</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Cocok. HP itu terpilih di daftar.</source>
        <translation>It matches. That phone is chosen in the list.</translation>
    </message>
    <message>
        <source>Kuncinya lain dari yang dikenal server: jangan disetujui.</source>
        <translation>Its key differs from the one that the server knows: do not approve it.</translation>
    </message>
    <message>
        <source>Tidak ada HP dengan kode ini. Coba masuk lagi di HP itu.</source>
        <translation>No phone has this code. Log in on that phone again.</translation>
    </message>
    <message>
        <source>Alamat server: %1</source>
        <translation>Server&apos;s address: %1</translation>
    </message>
    <message>
        <source>Alamat server untuk HP</source>
        <translation>Server&apos;s address for phones</translation>
    </message>
    <message>
        <source>Alamat ini hanya berlaku di komputer ini; isi alamat yang dicapai HP.</source>
        <translation>This address is good on this computer only; enter one that phones reach.</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Penyelia</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Menunggu persetujuan</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <source>Disetujui</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Dicabut</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Nonaktif</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>Aktif</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>HP baru</source>
        <translation>New phone</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Hari</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>7 hari</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 hari</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Foto tersimpan</source>
        <translation>Photo kept</translation>
    </message>
    <message>
        <source>Foto diambil saat disimpan</source>
        <translation>Photo is taken when saved</translation>
    </message>
    <message>
        <source>Foto ulang</source>
        <translation>Take it again</translation>
    </message>
    <message>
        <source>Ambil foto</source>
        <translation>Take a photo</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Tanpa foto</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>Foto belum ada</source>
        <translation>Photo not here yet</translation>
    </message>
    <message>
        <source>Foto menunggu server</source>
        <translation>Photo waits for the server</translation>
    </message>
</context>
<context>
    <name>PiecesRow</name>
    <message>
        <source>Kurangi %1</source>
        <translation>One %1 less</translation>
    </message>
    <message>
        <source>Tambah %1</source>
        <translation>One %1 more</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>Ganti PIN</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>Pasang PIN</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>Simpan PIN</source>
        <translation>Keep the PIN</translation>
    </message>
    <message>
        <source>Tanpa PIN</source>
        <translation>No PIN</translation>
    </message>
    <message>
        <source>PIN baru, 4 sampai 6 angka</source>
        <translation>New PIN, 4 to 6 digits</translation>
    </message>
    <message>
        <source>Diminta setelah 5 menit tanpa sentuhan. Lupa PIN: masuk dengan sandi.</source>
        <translation>Asked for after 5 minutes without a touch. Forgot it: log in with the password.</translation>
    </message>
</context>
<context>
    <name>PlateDisplay</name>
    <message>
        <source>Ketik plat nomor</source>
        <translation>Type the plate</translation>
    </message>
</context>
<context>
    <name>PlatePad</name>
    <message>
        <source>%1 lagi</source>
        <translation>%1 again</translation>
    </message>
    <message>
        <source>Tanpa plat</source>
        <translation>No plate</translation>
    </message>
    <message>
        <source>Hapus semua</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>PlateText</name>
    <message>
        <source>TANPA PLAT</source>
        <translation>NO PLATE</translation>
    </message>
</context>
<context>
    <name>PreferencesSheet</name>
    <message>
        <source>Biasa</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Terik</source>
        <translation>Sunlight</translation>
    </message>
    <message>
        <source>Malam</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>Selesai bekerja (keluar akun)</source>
        <translation>Log out</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Layar</source>
        <translation>Screen</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>halaman %1</source>
        <translation>page %1</translation>
    </message>
</context>
<context>
    <name>PrinterSheet</name>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Tanpa printer</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Simpan &amp; periksa</source>
        <translation>Keep &amp; check</translation>
    </message>
    <message>
        <source>Alamat printer</source>
        <translation>Printer&apos;s address</translation>
    </message>
    <message>
        <source>Jaringan: 10.0.0.9 atau 10.0.0.9:9100. Bluetooth (di HP): bt:AA:BB:CC:DD:EE:FF. Kertas 58 mm, ESC/POS.</source>
        <translation>Network: 10.0.0.9 or 10.0.0.9:9100. Bluetooth (on a phone): bt:AA:BB:CC:DD:EE:FF. 58 mm paper, ESC/POS.</translation>
    </message>
    <message>
        <source>Cetak karcis saat mobil dicatat</source>
        <translation>Print as soon as a car is recorded</translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>Bila keluar pukul %1</source>
        <translation>If leaving at %1</translation>
    </message>
    <message>
        <source>Bila keluar sekarang</source>
        <translation>If leaving now</translation>
    </message>
    <message>
        <source>Hitung lagi</source>
        <translation>Work out again</translation>
    </message>
    <message>
        <source>Hitung biaya</source>
        <translation>Work out fee</translation>
    </message>
</context>
<context>
    <name>ReadyList</name>
    <message>
        <source>HP siap kerja</source>
        <translation>Ready for work</translation>
    </message>
    <message numerus="yes">
        <source>Siap kerja, %n perlu diperhatikan</source>
        <translation>
            <numerusform>Ready, %n thing to mind</numerusform>
            <numerusform>Ready, %n things to mind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Wajib diisi; tersimpan di audit.</source>
        <translation>Required; kept in the audit.</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>RecordStory</name>
    <message>
        <source>Menunggu catatan lain yang perlu diperiksa</source>
        <translation>Waits for another record that needs attention</translation>
    </message>
    <message>
        <source>Jam HP saat itu belum dicocokkan dengan server</source>
        <translation>The phone&apos;s clock had not been compared with the server&apos;s</translation>
    </message>
    <message>
        <source>Jam HP dikoreksi %1 detik</source>
        <translation>Phone&apos;s clock corrected by %1 s</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Buka palang</source>
        <translation>Open gate</translation>
    </message>
    <message>
        <source>Buka shift</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>Tutup shift</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>TANPA PLAT</source>
        <translation>NO PLATE</translation>
    </message>
    <message>
        <source>Menunggu kirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Sudah ada di server</source>
        <translation>Was on the server already</translation>
    </message>
    <message>
        <source>Terkirim %1</source>
        <translation>Sent %1</translation>
    </message>
    <message>
        <source>%1  Dicatat oleh %2, luring</source>
        <translation>%1  Recorded by %2, offline</translation>
    </message>
    <message>
        <source>%1  Dicatat oleh %2</source>
        <translation>%1  Recorded by %2</translation>
    </message>
    <message>
        <source>Catatan HP nomor %1</source>
        <translation>The phone&apos;s record number %1</translation>
    </message>
    <message>
        <source>Tersimpan di HP</source>
        <translation>Saved on the phone</translation>
    </message>
    <message>
        <source>Menunggu kirim, sesudah catatan masuknya</source>
        <translation>Waiting to be sent, after its entry</translation>
    </message>
    <message>
        <source>%1  Ditolak server: %2</source>
        <translation>%1  Refused by the server: %2</translation>
    </message>
    <message>
        <source>%1  Server sudah memilikinya</source>
        <translation>%1  The server had it already</translation>
    </message>
    <message>
        <source>%1  Diterima server</source>
        <translation>%1  Accepted by the server</translation>
    </message>
    <message>
        <source>Selesaikan dulu catatan yang ditunggu.</source>
        <translation>Settle the record that it waits for first.</translation>
    </message>
    <message>
        <source>Ditolak, lalu dikirim lagi sebagai catatan baru</source>
        <translation>Refused, then sent again as a new record</translation>
    </message>
    <message>
        <source>Ditolak server: %1</source>
        <translation>Refused by the server: %1</translation>
    </message>
    <message>
        <source>%1  Dicoba lagi: catatan baru menggantikannya</source>
        <translation>%1  Tried again: a new record replaces it</translation>
    </message>
    <message>
        <source>Salinan karcis</source>
        <translation>Copy of the ticket</translation>
    </message>
    <message>
        <source>Persetujuan penyelia</source>
        <translation>Supervisor&apos;s leave</translation>
    </message>
    <message>
        <source>Pemeriksaan siap kerja</source>
        <translation>Check before the shift</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>ditarik</source>
        <translation>pulled</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>callback</translation>
    </message>
    <message>
        <source>%1, telat %2</source>
        <translation>%1, %2 late</translation>
    </message>
</context>
<context>
    <name>ReplayBox</name>
    <message>
        <source>Hitung ulang kunjungan yang lalu</source>
        <translation>Price past visits again</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Hitung</source>
        <translation>Compute</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Apa</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Pendapatan</source>
        <translation>Revenue</translation>
    </message>
    <message>
        <source>Menurut tarif</source>
        <translation>By tariff</translation>
    </message>
    <message>
        <source>Pajak di dalamnya</source>
        <translation>Tax contained</translation>
    </message>
    <message>
        <source>Bersih</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Keluar gratis</source>
        <translation>Free exits</translation>
    </message>
    <message>
        <source>Karcis hilang</source>
        <translation>Lost ticket</translation>
    </message>
    <message>
        <source>Selisih biaya</source>
        <translation>Fee differences</translation>
    </message>
    <message>
        <source>Keluar tanpa foto</source>
        <translation>Exits without photo</translation>
    </message>
    <message>
        <source>Rata-rata parkir (menit)</source>
        <translation>Average stay (minutes)</translation>
    </message>
    <message>
        <source>Per hari</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>Hari</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Cara bayar</source>
        <translation>Means of payment</translation>
    </message>
    <message>
        <source>Cara</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>Kali</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Masih buka</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Seharusnya</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Dihitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Per jenis</source>
        <translation>By class</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Per pintu</source>
        <translation>By gate</translation>
    </message>
    <message>
        <source>Pintu</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Sepanjang hari</source>
        <translation>Over the day</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Di dalam</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>Pembukaan tanpa transaksi</source>
        <translation>Openings without transaction</translation>
    </message>
    <message>
        <source>Sebab</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Dibuka petugas atau penyelia</source>
        <translation>Opened by attendant or supervisor</translation>
    </message>
    <message>
        <source>Uji palang</source>
        <translation>Gate test</translation>
    </message>
    <message>
        <source>Kartu, kode atau sidik jari</source>
        <translation>Card, code or fingerprint</translation>
    </message>
    <message>
        <source>Tanpa sebab</source>
        <translation>Unexplained</translation>
    </message>
    <message>
        <source>Transaksi tanpa pembukaan</source>
        <translation>Transaction without an opening</translation>
    </message>
    <message>
        <source>Paksa atau kunci fisik</source>
        <translation>Forced or by a key</translation>
    </message>
    <message>
        <source>Jam sibuk</source>
        <translation>Peak hours</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Pendapatan</source>
        <translation>Revenue</translation>
    </message>
    <message>
        <source>per hari · klik untuk harinya</source>
        <translation>by day · click for the day</translation>
    </message>
    <message>
        <source>masuk dan keluar</source>
        <translation>in and out</translation>
    </message>
    <message>
        <source>Jam sibuk</source>
        <translation>Peak hours</translation>
    </message>
    <message>
        <source>kendaraan di dalam</source>
        <translation>vehicles inside</translation>
    </message>
    <message>
        <source>Terisi</source>
        <translation>Occupancy</translation>
    </message>
    <message>
        <source>klik untuk kendaraannya</source>
        <translation>click for its vehicles</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Pintu</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Cara bayar</source>
        <translation>Means of payment</translation>
    </message>
    <message>
        <source>Pembukaan tanpa transaksi</source>
        <translation>Openings without transaction</translation>
    </message>
    <message>
        <source>Tidak ada</source>
        <translation>None</translation>
    </message>
    <message>
        <source>per jam · klik untuk kendaraannya</source>
        <translation>per hour · click for its vehicles</translation>
    </message>
</context>
<context>
    <name>ResolveSheet</name>
    <message>
        <source>Selesaikan peringatan</source>
        <translation>Resolve the alert</translation>
    </message>
    <message>
        <source>Selesaikan</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Apa yang ditemukan?</source>
        <translation>What was found?</translation>
    </message>
    <message>
        <source>Wajib diisi; tersimpan bersama peringatan.</source>
        <translation>Required; kept with the alert.</translation>
    </message>
</context>
<context>
    <name>SavedBar</name>
    <message>
        <source>Saringan tersimpan. F2 mengganti nama, Del menghapus.</source>
        <translation>A kept filter. F2 renames, Del removes.</translation>
    </message>
    <message>
        <source>Ubah saringan %1</source>
        <translation>Change filter %1</translation>
    </message>
</context>
<context>
    <name>SealWords</name>
    <message>
        <source>Semua sudah terkirim, tidak ada yang perlu dibawa.</source>
        <translation>Everything is sent, there is nothing to bring.</translation>
    </message>
    <message>
        <source>Server belum memberi kuncinya. Hubungkan HP ini sekali, lalu coba lagi.</source>
        <translation>The server has not told its key yet. Connect this phone once, then try again.</translation>
    </message>
    <message>
        <source>Terlalu banyak catatan untuk kode QR. Pakai jaringan, atau Salinan kedua: satu berkas yang boleh dibawa siapa pun.</source>
        <translation>Too many records for QR codes. Use the network, or Second copy: one file that anybody may carry.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Hapus pencarian</source>
        <translation>Clear search</translation>
    </message>
</context>
<context>
    <name>SessionRow</name>
    <message>
        <source>Tanpa plat</source>
        <translation>No plate</translation>
    </message>
    <message>
        <source>Ada catatan khusus</source>
        <translation>Has remarks</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
</context>
<context>
    <name>SessionTable</name>
    <message>
        <source>Plat</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Lama</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Daftar kendaraan</source>
        <translation>Vehicles</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Lokasi</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Pintu &amp; kunci</source>
        <translation>Gates &amp; locks</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Tariffs</translation>
    </message>
    <message>
        <source>Pengguna</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Perangkat</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>%1 nilai belum disimpan</source>
        <translation>%1 values not saved</translation>
    </message>
    <message>
        <source>Buang</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Muncul begitu server terhubung.</source>
        <translation>Appears once the server is connected.</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Belum ada data</source>
        <translation>No data yet</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ShiftFacts</name>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Dibuka</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Modal awal</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Catatan di HP ini</source>
        <translation>Records on this phone</translation>
    </message>
    <message>
        <source>Menunggu kirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Tutup shift</source>
        <translation>Close shift</translation>
    </message>
</context>
<context>
    <name>ShiftOpening</name>
    <message>
        <source>Hitung uang kembalian di laci, lalu buka shift. Tanpa shift pun kendaraan tetap bisa dicatat.</source>
        <translation>Count the change in the drawer, then open the shift. Cars can be recorded without one, too.</translation>
    </message>
    <message>
        <source>Belum ada shift di HP ini</source>
        <translation>No shift on this phone yet</translation>
    </message>
    <message>
        <source>Modal awal (Rp)</source>
        <translation>Float (Rp)</translation>
    </message>
    <message>
        <source>Buka shift</source>
        <translation>Open shift</translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message numerus="yes">
        <source>%n catatan belum terkirim</source>
        <translation>
            <numerusform>%n record not sent</numerusform>
            <numerusform>%n records not sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Sinkronkan dulu</source>
        <translation>Send first</translation>
    </message>
    <message>
        <source>Tutup sementara</source>
        <translation>Close provisionally</translation>
    </message>
    <message>
        <source>Setoran ditandai sementara. Catatan yang menunggu tetap milik shift ini dan dikirim otomatis; selisih muncul sesudahnya.</source>
        <translation>The takings are marked provisional. What waits stays part of this shift and is sent by itself; the difference comes after that.</translation>
    </message>
</context>
<context>
    <name>ShiftPane</name>
    <message>
        <source>Modal awal</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Seharusnya</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Dihitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Yang mungkin menjelaskan selisihnya</source>
        <translation>What may explain the difference</translation>
    </message>
    <message>
        <source>Menurut cara bayar</source>
        <translation>By means of payment</translation>
    </message>
    <message>
        <source>%1 · %2 kali</source>
        <translation>%1 · %2 times</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Plat</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Cara</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Belum ada pembayaran</source>
        <translation>No payments yet</translation>
    </message>
    <message>
        <source>Yang tidak biasa di shift ini</source>
        <translation>What is unusual in this shift</translation>
    </message>
</context>
<context>
    <name>ShiftResult</name>
    <message>
        <source>Setoran sementara. Selisih muncul setelah server menerima penutupan ini.</source>
        <translation>Provisional deposit. The difference appears once the server has accepted the closing.</translation>
    </message>
    <message>
        <source>Shift ditutup</source>
        <translation>Shift closed</translation>
    </message>
    <message>
        <source>Penutupan ditolak</source>
        <translation>Closing refused</translation>
    </message>
    <message>
        <source>Dihitung, menunggu server</source>
        <translation>Counted, waiting for the server</translation>
    </message>
    <message>
        <source>Dihitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Seharusnya</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ShiftWords</name>
    <message>
        <source>Masih buka</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Cocok</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>Kurang</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>Lebih</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>sejak %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>%1 catatan, nomor %2–%3</source>
        <translation>%1 records, numbers %2–%3</translation>
    </message>
</context>
<context>
    <name>ShiftsPage</name>
    <message>
        <source>Semua shift</source>
        <translation>All shifts</translation>
    </message>
    <message>
        <source>Kas berbeda</source>
        <translation>Cash differs</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Perangkat</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Seharusnya</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Dihitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Coba kurun lain.</source>
        <translation>Try another period.</translation>
    </message>
    <message>
        <source>Semua kas cocok</source>
        <translation>All cash agrees</translation>
    </message>
    <message>
        <source>Tidak ada shift</source>
        <translation>No shifts</translation>
    </message>
    <message>
        <source>Dibanding yang lain</source>
        <translation>Against the others</translation>
    </message>
    <message>
        <source>Tidak ada yang bekerja</source>
        <translation>Nobody worked</translation>
    </message>
    <message>
        <source>Para petugas</source>
        <translation>Attendants</translation>
    </message>
    <message>
        <source>Masuk</source>
        <comment>how many</comment>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Keluar</source>
        <comment>how many</comment>
        <translation>Exits</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Tutup rincian</source>
        <translation>Close details</translation>
    </message>
</context>
<context>
    <name>SiteSection</name>
    <message>
        <source>Nama lokasi</source>
        <translation>Site&apos;s name</translation>
    </message>
    <message>
        <source>Pajak (%)</source>
        <translation>Tax (%)</translation>
    </message>
    <message>
        <source>Zona waktu</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Misalnya Asia/Jakarta</source>
        <translation>For example Asia/Jakarta</translation>
    </message>
    <message>
        <source>Nomor lokasi</source>
        <translation>Site&apos;s number</translation>
    </message>
    <message>
        <source>Tercetak di karcis; tidak dapat diganti.</source>
        <translation>Printed on tickets; cannot be changed.</translation>
    </message>
    <message>
        <source>Berapa lama disimpan (0 = selamanya)</source>
        <translation>How long things are kept (0 = for ever)</translation>
    </message>
    <message>
        <source>Foto (hari)</source>
        <translation>Photos (days)</translation>
    </message>
    <message>
        <source>Foto (MiB)</source>
        <translation>Photos (MiB)</translation>
    </message>
    <message>
        <source>Jurnal (hari)</source>
        <translation>Journal (days)</translation>
    </message>
    <message>
        <source>Log (hari)</source>
        <translation>Logs (days)</translation>
    </message>
    <message>
        <source>Arsip di HP (hari)</source>
        <translation>Archive on phones (days)</translation>
    </message>
    <message>
        <source>Kunjungan, uang dan audit tidak pernah dihapus.</source>
        <translation>Visits, money and audit are never removed.</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Untuk yang belum memilih sendiri.</source>
        <translation>For those who have not chosen for themselves.</translation>
    </message>
</context>
<context>
    <name>Stay</name>
    <message>
        <source>Dicatat saat luring</source>
        <translation>Recorded offline</translation>
    </message>
    <message>
        <source>Jam perangkat tidak pasti</source>
        <translation>Device clock uncertain</translation>
    </message>
    <message>
        <source>Plat di luar format sipil</source>
        <translation>Plate outside the civil format</translation>
    </message>
    <message>
        <source>Tanpa plat</source>
        <translation>No plate</translation>
    </message>
    <message>
        <source>Karcis hilang</source>
        <translation>Lost ticket</translation>
    </message>
    <message>
        <source>Plat saat keluar berbeda</source>
        <translation>Other plate at exit</translation>
    </message>
    <message>
        <source>Keluar dua kali</source>
        <translation>Left twice</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Di dalam</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>Sudah keluar</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Digabung</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>Keluar tanpa masuk</source>
        <translation>Exit without entry</translation>
    </message>
    <message>
        <source>Foto belum tiba</source>
        <translation>Photo not here yet</translation>
    </message>
    <message>
        <source>Kurang bayar %1</source>
        <translation>Underpaid by %1</translation>
    </message>
    <message>
        <source>Lebih bayar %1</source>
        <translation>Overpaid by %1</translation>
    </message>
    <message>
        <source>Dikoreksi</source>
        <translation>Corrected</translation>
    </message>
</context>
<context>
    <name>StayCard</name>
    <message>
        <source>Kembali ke pencarian</source>
        <translation>Back to the search</translation>
    </message>
    <message>
        <source>Masuk %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Jam masuk tidak diketahui</source>
        <translation>Entry time unknown</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Lama parkir</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Menurut tarif</source>
        <translation>By tariff</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Karcis</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Lihat kendaraan ini</source>
        <translation>Show this vehicle</translation>
    </message>
</context>
<context>
    <name>StayColumn</name>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Tetap</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Digabung ke sini?</source>
        <translation>Merge into this?</translation>
    </message>
</context>
<context>
    <name>StayPhotos</name>
    <message>
        <source>Foto masuk</source>
        <translation>Photo at the entrance</translation>
    </message>
    <message>
        <source>Tanpa foto masuk</source>
        <translation>No entry photo</translation>
    </message>
</context>
<context>
    <name>StaysPane</name>
    <message>
        <source>Plat</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Tidak ada kendaraan</source>
        <translation>No vehicles</translation>
    </message>
</context>
<context>
    <name>StorySheet</name>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Salinan karcis</source>
        <translation>Copy of the ticket</translation>
    </message>
</context>
<context>
    <name>SubmissionPane</name>
    <message>
        <source>, nomor %1</source>
        <translation>, number %1</translation>
    </message>
    <message>
        <source>Langkah berikutnya</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Dibuat di perangkat</source>
        <translation>Made on the device</translation>
    </message>
    <message>
        <source>Diterima server</source>
        <translation>Accepted by the server</translation>
    </message>
    <message>
        <source>Terlambat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Nomor jurnal</source>
        <translation>Journal number</translation>
    </message>
</context>
<context>
    <name>SyncFlow</name>
    <message>
        <source>Ringkasan sinkronisasi</source>
        <translation>Sync summary</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>SyncLogPage</name>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Saat luring</source>
        <translation>While offline</translation>
    </message>
    <message>
        <source>Klik untuk menyaring</source>
        <translation>Click to filter</translation>
    </message>
    <message>
        <source>Perangkat</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Nomor hilang</source>
        <translation>Missing numbers</translation>
    </message>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Terlihat</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>HP muncul setelah masuk untuk pertama kali.</source>
        <translation>A phone appears after its first log-in.</translation>
    </message>
    <message>
        <source>Belum ada perangkat</source>
        <translation>No devices yet</translation>
    </message>
    <message>
        <source>Kiriman %1</source>
        <translation>Records of %1</translation>
    </message>
    <message>
        <source>Semua kiriman</source>
        <translation>All records</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Apa</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Terlambat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Jawaban server</source>
        <translation>Server&apos;s answer</translation>
    </message>
    <message>
        <source>Coba kurun atau saringan lain.</source>
        <translation>Try another period or filter.</translation>
    </message>
    <message>
        <source>Tidak ada kiriman</source>
        <translation>No records</translation>
    </message>
    <message>
        <source>Semua perangkat</source>
        <translation>Devices</translation>
    </message>
</context>
<context>
    <name>SyncProgress</name>
    <message>
        <source>Menyinkronkan</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Sisanya tetap tersimpan</source>
        <translation>The rest stays stored</translation>
    </message>
</context>
<context>
    <name>SyncPrompt</name>
    <message>
        <source>Catatan belum terkirim</source>
        <translation>Records not sent yet</translation>
    </message>
    <message>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan belum terkirim (tertua %1). Sinkronkan sekarang?</source>
        <translation>
            <numerusform>%n record not sent yet (from %1). Sync now?</numerusform>
            <numerusform>%n records not sent yet (oldest %1). Sync now?</numerusform>
        </translation>
    </message>
    <message>
        <source>Semua tetap tersimpan di sini sampai server menerimanya. Catatan baru langsung dikirim.</source>
        <translation>Everything stays stored here until the server has it. New records are sent at once.</translation>
    </message>
</context>
<context>
    <name>SyncStrip</name>
    <message>
        <source>belum pernah sinkron</source>
        <translation>never synced</translation>
    </message>
    <message>
        <source>sinkron terakhir %1</source>
        <translation>last sync %1</translation>
    </message>
    <message>
        <source>Sementara itu semua tersimpan di HP</source>
        <translation>Meanwhile everything is saved on the phone</translation>
    </message>
    <message>
        <source>Ketuk untuk melihat</source>
        <translation>Tap to see</translation>
    </message>
    <message>
        <source>Ketuk untuk masuk lagi dan mengirim</source>
        <translation>Tap to log in again and send</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan perlu diperiksa</source>
        <translation>
            <numerusform>%n record needs attention</numerusform>
            <numerusform>%n records need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>Tersimpan di HP, dikirim otomatis</source>
        <translation>Saved on the phone, sent automatically</translation>
    </message>
    <message numerus="yes">
        <source>Mengirim %n catatan</source>
        <translation>
            <numerusform>Sending %n record</numerusform>
            <numerusform>Sending %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catatan menunggu; ketuk untuk mengirim</source>
        <translation>
            <numerusform>%n record waiting; tap to send</numerusform>
            <numerusform>%n records waiting; tap to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncSummaryView</name>
    <message>
        <source>Terkirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Sudah ada</source>
        <translation>There already</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>%1 · dibatalkan</source>
        <translation>%1 · cancelled</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Gagal, tetap tersimpan</source>
        <translation>Failed, still stored</translation>
    </message>
    <message>
        <source>Server dipulihkan: %1 catatan dikirim kembali</source>
        <translation>The server was restored: %1 records sent back</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Pembatalan</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Koreksi</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Penggabungan</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Palang</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Buka shift</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>Tutup shift</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>Catatan petugas</source>
        <translation>Attendant&apos;s note</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>langsung</source>
        <translation>at once</translation>
    </message>
    <message>
        <source>%1 dtk</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Menunggu persetujuan</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <source>Disetujui</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Dicabut</source>
        <translation>Revoked</translation>
    </message>
</context>
<context>
    <name>TakeByCodes</name>
    <message>
        <source>Arahkan kamera ke kode QR di HP yang satunya</source>
        <translation>Point the camera at the QR code on the other phone</translation>
    </message>
    <message>
        <source>%1 dari %2 kode</source>
        <translation>%1 of %2 codes</translation>
    </message>
</context>
<context>
    <name>TakeByNetwork</name>
    <message>
        <source>Menerima…</source>
        <translation>Receiving…</translation>
    </message>
    <message>
        <source>Pindai kode ini dari HP yang satunya</source>
        <translation>Scan this code with the other phone</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Kode penerimaan</source>
        <translation>Code for receiving</translation>
    </message>
    <message>
        <source>Di HP yang satunya: Catatan, Salinan &amp; pindahan, Serahkan ke HP lain. Kedua HP di Wi-Fi yang sama; hotspot juga boleh, tanpa internet pun bisa.</source>
        <translation>On the other phone: Records, Copies &amp; moving, Hand over to another phone. Both phones in the same Wi-Fi; a hotspot will do, even without internet.</translation>
    </message>
</context>
<context>
    <name>TakeSheet</name>
    <message>
        <source>Terima dari HP lain</source>
        <translation>Take from another phone</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Dikirim ke server begitu ada jaringan. Foto tetap di HP yang satunya.</source>
        <translation>It goes to the server as soon as there is a network. Photos stay on the other phone.</translation>
    </message>
    <message>
        <source>Tersimpan di HP ini: %1</source>
        <translation>Kept on this phone: %1</translation>
    </message>
    <message>
        <source>Jaringan</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Codes</translation>
    </message>
</context>
<context>
    <name>TariffsSection</name>
    <message>
        <source>Per blok</source>
        <translation>By blocks</translation>
    </message>
    <message>
        <source>Per 24 jam</source>
        <translation>Per 24 h</translation>
    </message>
    <message>
        <source>Per hari kalender</source>
        <translation>Per calendar day</translation>
    </message>
    <message>
        <source>Jam, lalu inap</source>
        <translation>Hours, then nights</translation>
    </message>
    <message>
        <source>Tetap per 24 jam</source>
        <translation>Flat per 24 h</translation>
    </message>
    <message>
        <source>✓ berlaku sejak %1</source>
        <translation>✓ in force since %1</translation>
    </message>
    <message>
        <source>mulai %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>lama, dari %1</source>
        <translation>old, of %1</translation>
    </message>
    <message>
        <source>Versi ini belum berlaku dan masih dapat diubah.</source>
        <translation>This version is not in force yet and may still be changed.</translation>
    </message>
    <message>
        <source>Versi yang sudah berlaku tidak diubah; buat versi berikutnya.</source>
        <translation>A version that was in force is not changed; make the next one.</translation>
    </message>
    <message>
        <source>Versi berikutnya</source>
        <translation>Next version</translation>
    </message>
    <message>
        <source>Berlaku mulai</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Cara hitung</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Tenggang gratis (menit, −1 tanpa)</source>
        <translation>Free grace (minutes, −1 none)</translation>
    </message>
    <message>
        <source>Denda karcis hilang (Rp)</source>
        <translation>Fine for a lost ticket (Rp)</translation>
    </message>
    <message>
        <source>Blok pertama (menit)</source>
        <translation>First block (minutes)</translation>
    </message>
    <message>
        <source>Harganya (Rp)</source>
        <translation>Its price (Rp)</translation>
    </message>
    <message>
        <source>Blok berikutnya (menit)</source>
        <translation>Next block (minutes)</translation>
    </message>
    <message>
        <source>Paling banyak (Rp, kosong = tanpa)</source>
        <translation>At most (Rp, empty = no limit)</translation>
    </message>
    <message>
        <source>Inap (Rp)</source>
        <translation>Overnight (Rp)</translation>
    </message>
    <message>
        <source>Tetap per 24 jam (Rp)</source>
        <translation>Flat per 24 h (Rp)</translation>
    </message>
    <message>
        <source>Dasar bila jam masuk tak terbukti (Rp)</source>
        <translation>Base when the entry is not proven (Rp)</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Sembunyikan sandi</source>
        <translation>Hide password</translation>
    </message>
    <message>
        <source>Lihat sandi</source>
        <translation>Show password</translation>
    </message>
</context>
<context>
    <name>TicketLine</name>
    <message>
        <source>Cetak karcis</source>
        <translation>Print the ticket</translation>
    </message>
    <message>
        <source>Bagikan karcis</source>
        <translation>Share the ticket</translation>
    </message>
</context>
<context>
    <name>TicketPicture</name>
    <message>
        <source>SALINAN %1</source>
        <translation>COPY %1</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <source>Diterima server</source>
        <translation>Accepted by the server</translation>
    </message>
    <message>
        <source>Perlu diperiksa, lihat Catatan</source>
        <translation>Needs attention, see Records</translation>
    </message>
    <message>
        <source>Tersimpan di HP, dikirim otomatis</source>
        <translation>Saved on the phone, sent automatically</translation>
    </message>
    <message>
        <source>Kode QR karcis %1</source>
        <translation>QR code of ticket %1</translation>
    </message>
    <message>
        <source>HP ini belum punya nomor perangkat, jadi karcis tanpa kode QR. Cari dengan plat saat keluar.</source>
        <translation>This phone has no device number yet, so the ticket has no QR code. Search by plate at the exit.</translation>
    </message>
    <message>
        <source>Buka palang</source>
        <translation>Open gate</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Urungkan (%1)</source>
        <translation>Undo (%1)</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Penyelia</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Nama pengguna</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Belum ada pengguna</source>
        <translation>No users yet</translation>
    </message>
    <message>
        <source>Pengguna baru</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>Paling sedikit dua huruf.</source>
        <translation>At least two letters.</translation>
    </message>
    <message>
        <source>Wajib diisi.</source>
        <translation>Required.</translation>
    </message>
    <message>
        <source>Sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Sandi baru (kosong: tetap)</source>
        <translation>New password (empty: as it is)</translation>
    </message>
    <message>
        <source>Paling sedikit delapan huruf.</source>
        <translation>At least eight letters.</translation>
    </message>
    <message>
        <source>Tidak dapat masuk; catatannya tetap.</source>
        <translation>Cannot log in; the records stay.</translation>
    </message>
    <message>
        <source>Nonaktif</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>Simpan pengguna</source>
        <translation>Save user</translation>
    </message>
    <message>
        <source>Masuk sebagai admin untuk melihat dan mengubah pengguna.</source>
        <translation>Log in as an admin to see and change users.</translation>
    </message>
    <message>
        <source>Hanya untuk admin</source>
        <translation>For admins only</translation>
    </message>
</context>
<context>
    <name>VehiclesPage</name>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Di dalam</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>Sudah keluar</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Tanpa masuk</source>
        <translation>Without entry</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Cari plat atau nomor karcis (Ctrl+F)</source>
        <translation>Search plate or ticket number (Ctrl+F)</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ketik satu huruf atau angka lagi.</source>
        <translation>Type one more character.</translation>
    </message>
    <message>
        <source>Coba bagian lain dari plat; O/0, I/1, B/8 mudah tertukar.</source>
        <translation>Try another part of the plate; O/0, I/1, B/8 are easily mixed up.</translation>
    </message>
    <message>
        <source>Luring: ketik dua huruf plat untuk mencari di data yang tersimpan.</source>
        <translation>Offline: type two characters to search what is kept here.</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Belum ada kendaraan</source>
        <translation>No vehicle yet</translation>
    </message>
    <message>
        <source>Longgarkan saringan, atau kosongkan.</source>
        <translation>Widen the filter, or clear it.</translation>
    </message>
</context>
<context>
    <name>VerdictRow</name>
    <message>
        <source>Terkirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Sudah ada</source>
        <translation>There already</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Gagal kirim</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Menunggu kirim</source>
        <translation>Waiting to be sent</translation>
    </message>
</context>
<context>
    <name>VoidSheet</name>
    <message>
        <source>Batalkan kunjungan %1?</source>
        <translation>Void the visit of %1?</translation>
    </message>
    <message>
        <source>tanpa plat</source>
        <translation>no plate</translation>
    </message>
    <message>
        <source>Batalkan kunjungan</source>
        <translation>Void the visit</translation>
    </message>
    <message>
        <source>Kunjungan tidak dihitung lagi, tetapi tetap terlihat di riwayat. Tidak dapat diurungkan.</source>
        <translation>The visit no longer counts but stays visible in the history. This cannot be undone.</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Wajib diisi.</source>
        <translation>Required.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Nama atau sandi salah</source>
        <translation>Wrong name or password</translation>
    </message>
    <message>
        <source>Periksa keduanya lalu coba lagi.</source>
        <translation>Check both and try again.</translation>
    </message>
    <message>
        <source>Terlalu banyak percobaan</source>
        <translation>Too many attempts</translation>
    </message>
    <message>
        <source>Tunggu satu menit, lalu coba lagi.</source>
        <translation>Wait a minute, then try again.</translation>
    </message>
    <message>
        <source>HP ini belum disetujui</source>
        <translation>This phone is not approved yet</translation>
    </message>
    <message>
        <source>HP ini sudah dicabut</source>
        <translation>This phone was revoked</translation>
    </message>
    <message>
        <source>Hubungi admin. Catatan yang belum terkirim tetap ada di HP ini.</source>
        <translation>Ask an admin. Records not sent yet stay on this phone.</translation>
    </message>
    <message>
        <source>Waktu masuk habis</source>
        <translation>Your log-in has expired</translation>
    </message>
    <message>
        <source>Perlu penyelia</source>
        <translation>Needs a supervisor</translation>
    </message>
    <message>
        <source>Minta penyelia melakukannya.</source>
        <translation>Ask a supervisor to do it.</translation>
    </message>
    <message>
        <source>Plat ini masih tercatat di dalam</source>
        <translation>This plate is still recorded as inside</translation>
    </message>
    <message>
        <source>Periksa plat. Bila benar, keluarkan dulu kunjungan lamanya.</source>
        <translation>Check the plate. If it is right, close the old visit first.</translation>
    </message>
    <message>
        <source>Sudah tercatat keluar</source>
        <translation>Recorded as gone already</translation>
    </message>
    <message>
        <source>Periksa karcis atau plat; bila ragu, panggil penyelia.</source>
        <translation>Check ticket or plate; if in doubt, call a supervisor.</translation>
    </message>
    <message>
        <source>Plat tidak terbaca</source>
        <translation>The plate cannot be read</translation>
    </message>
    <message>
        <source>Isi huruf dan angka, misalnya B 1234 XYZ.</source>
        <translation>Use letters and digits, for example B 1234 XYZ.</translation>
    </message>
    <message>
        <source>Jenis kendaraan tidak dikenal</source>
        <translation>Unknown vehicle class</translation>
    </message>
    <message>
        <source>Pilih jenis lain atau perbarui konfigurasi.</source>
        <translation>Choose another one or update the configuration.</translation>
    </message>
    <message>
        <source>Karcis tidak sah</source>
        <translation>The ticket is not valid</translation>
    </message>
    <message>
        <source>Cari dengan plat, atau panggil penyelia.</source>
        <translation>Search by plate, or call a supervisor.</translation>
    </message>
    <message>
        <source>Pintu tidak dikenal</source>
        <translation>Unknown gate</translation>
    </message>
    <message>
        <source>Pilih pintu lagi di Lainnya.</source>
        <translation>Choose the gate again under More.</translation>
    </message>
    <message>
        <source>Kunjungan tidak ditemukan</source>
        <translation>Visit not found</translation>
    </message>
    <message>
        <source>Cari dengan plat atau nomor karcis.</source>
        <translation>Search by plate or ticket number.</translation>
    </message>
    <message>
        <source>Perintah terlambat dan tidak dijalankan</source>
        <translation>The command came too late and was not carried out</translation>
    </message>
    <message>
        <source>Coba lagi bila masih perlu.</source>
        <translation>Try again if still needed.</translation>
    </message>
    <message>
        <source>Server tidak terjangkau</source>
        <translation>Server not reachable</translation>
    </message>
    <message>
        <source>Coba lagi saat indikator hijau.</source>
        <translation>Try again when the indicator is green.</translation>
    </message>
    <message>
        <source>Server sedang sibuk</source>
        <translation>The server is busy</translation>
    </message>
    <message>
        <source>Dikirim lagi otomatis.</source>
        <translation>It is sent again by itself.</translation>
    </message>
    <message>
        <source>Jangan hapus apa pun; panggil penyelia.</source>
        <translation>Do not delete anything; call a supervisor.</translation>
    </message>
    <message>
        <source>Sudah diubah orang lain</source>
        <translation>Changed by somebody else</translation>
    </message>
    <message>
        <source>Muat ulang lalu coba lagi.</source>
        <translation>Reload and try again.</translation>
    </message>
    <message>
        <source>Jangan hapus aplikasi; panggil admin.</source>
        <translation>Do not remove the app; call an admin.</translation>
    </message>
    <message>
        <source>Server ini tidak mendukungnya</source>
        <translation>This server does not support it</translation>
    </message>
    <message>
        <source>Hubungi admin.</source>
        <translation>Ask an admin.</translation>
    </message>
    <message>
        <source>Ditolak: %1</source>
        <translation>Refused: %1</translation>
    </message>
    <message>
        <source>Catat pesan ini dan panggil penyelia.</source>
        <translation>Note this message and call a supervisor.</translation>
    </message>
    <message>
        <source>Periksa alamat server dan jaringan.</source>
        <translation>Check the server&apos;s address and the network.</translation>
    </message>
    <message>
        <source>Alamat server tidak terbaca</source>
        <translation>The server&apos;s address cannot be read</translation>
    </message>
    <message>
        <source>Contoh: 10.0.0.5:8181. Tanyakan pada admin.</source>
        <translation>For example 10.0.0.5:8181. Ask an admin.</translation>
    </message>
    <message>
        <source>Kirim dulu ke server lokasi itu, atau ekspor.</source>
        <translation>Send them to that site&apos;s server first, or export them.</translation>
    </message>
    <message>
        <source>Berkas data rusak dan diselamatkan</source>
        <translation>The data file was damaged and salvaged</translation>
    </message>
    <message>
        <source>Program dan server tidak saling mengerti</source>
        <translation>Program and server do not understand each other</translation>
    </message>
    <message>
        <source>Motor</source>
        <translation>Motorcycle</translation>
    </message>
    <message>
        <source>Mobil</source>
        <translation>Car</translation>
    </message>
    <message>
        <source>Truk</source>
        <translation>Truck</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Tunai</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation>QRIS</translation>
    </message>
    <message>
        <source>Kartu e-money</source>
        <translation>E-money card</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Minta admin menyetujuinya, atau isi kode pendaftaran.</source>
        <translation>Ask an admin to approve it, or enter an enrolment code.</translation>
    </message>
    <message>
        <source>Masuk lagi untuk mengirim. Sementara itu semua tetap tersimpan di sini.</source>
        <translation>Log in again to send. Until then everything stays stored here.</translation>
    </message>
    <message>
        <source>Catatan ini tidak cocok dengan server</source>
        <translation>This record does not match the server&apos;s</translation>
    </message>
    <message>
        <source>Berkas data di sini rusak</source>
        <translation>The data file here is damaged</translation>
    </message>
    <message>
        <source>Di sini masih ada catatan lokasi lain</source>
        <translation>Records of another site are still here</translation>
    </message>
    <message>
        <source>Akun ini tersambung di tempat lain</source>
        <translation>This account is connected elsewhere</translation>
    </message>
    <message>
        <source>Hanya satu program yang boleh tersambung. Tutup yang lain.</source>
        <translation>Only one program may be connected. Close the other one.</translation>
    </message>
    <message>
        <source>Perbarui program. Semua catatan tetap tersimpan.</source>
        <translation>Update the program. All records stay stored.</translation>
    </message>
    <message>
        <source>Server dipulihkan</source>
        <translation>The server was restored</translation>
    </message>
    <message>
        <source>%1 catatan dikirim kembali.</source>
        <translation>%1 records are sent back to it.</translation>
    </message>
    <message>
        <source>Menunggu catatan lain yang perlu diperiksa</source>
        <translation>Waits for another record that needs attention</translation>
    </message>
    <message>
        <source>Selesaikan dulu catatan yang ditunggu.</source>
        <translation>Settle the record that it waits for first.</translation>
    </message>
</context>
<context>
    <name>ZoneCard</name>
    <message>
        <source>Tanpa batas</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>Penuh</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Hampir penuh</source>
        <translation>Nearly full</translation>
    </message>
    <message>
        <source>Mulai penuh</source>
        <translation>Filling up</translation>
    </message>
    <message>
        <source>Lega</source>
        <translation>Plenty of room</translation>
    </message>
    <message>
        <source>%1: %2 dari %3 terisi, %4</source>
        <translation>%1: %2 of %3 taken, %4</translation>
    </message>
    <message>
        <source>Terisi · %1</source>
        <translation>Taken · %1</translation>
    </message>
    <message>
        <source>/ %1 · sisa %2</source>
        <translation>/ %1 · %2 left</translation>
    </message>
</context>
<context>
    <name>ZonesSection</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Hampir penuh (%)</source>
        <translation>Nearly full (%)</translation>
    </message>
    <message>
        <source>Penuh (%)</source>
        <translation>Full (%)</translation>
    </message>
    <message>
        <source>Tempat %1</source>
        <translation>Places %1</translation>
    </message>
    <message>
        <source>Tambah area</source>
        <translation>Add zone</translation>
    </message>
</context>
<context>
    <name>palang::mobile::ApprovalModel</name>
    <message>
        <source>Tidak ada HP dengan nomor ini</source>
        <translation>No phone has this number</translation>
    </message>
</context>
<context>
    <name>palang::mobile::CarriedModel</name>
    <message>
        <source>HP %1</source>
        <translation>phone %1</translation>
    </message>
    <message>
        <source>Diterima server: %1 baru, %2 sudah ada</source>
        <translation>The server has it: %1 new, %2 already there</translation>
    </message>
    <message numerus="yes">
        <source>%n ditolak; HP asalnya diberi tahu</source>
        <translation>
            <numerusform>%n refused; its phone is told</numerusform>
            <numerusform>%n refused; their phone is told</numerusform>
        </translation>
    </message>
    <message>
        <source>Menunggu jaringan</source>
        <translation>Waiting for a network</translation>
    </message>
    <message>
        <source>Belum terkirim, dicoba lagi: %1</source>
        <translation>Not delivered yet, tried again: %1</translation>
    </message>
    <message numerus="yes">
        <source>Membawa %n salinan dari %1</source>
        <translation>
            <numerusform>Carrying %n copy from %1</numerusform>
            <numerusform>Carrying %n copies from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catatan dari %1</source>
        <translation>
            <numerusform>%n record from %1</numerusform>
            <numerusform>%n records from %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Salinan dari berkas</source>
        <translation>A copy from a file</translation>
    </message>
</context>
<context>
    <name>palang::mobile::CheckoutModel</name>
    <message>
        <source>Biaya tidak dapat dihitung</source>
        <translation>The fee cannot be worked out</translation>
    </message>
    <message>
        <source>Jam atau tarif tidak cocok. Panggil penyelia, atau isi biaya manual dengan alasan.</source>
        <translation>Clock or tariff does not fit. Call a supervisor, or enter an amount with a reason.</translation>
    </message>
    <message>
        <source>Kode tidak cocok, coba lagi</source>
        <translation>Wrong code, try again</translation>
    </message>
    <message>
        <source>Waktunya habis, minta kode baru</source>
        <translation>Too late, ask for a new code</translation>
    </message>
    <message>
        <source>Sudah tiga kali salah, minta kode baru</source>
        <translation>Wrong three times, ask for a new code</translation>
    </message>
    <message>
        <source>%1 disetujui penyelia lewat telepon, kode %2: %3</source>
        <translation>%1 approved by telephone, code %2: %3</translation>
    </message>
    <message>
        <source>Izin telepon belum bisa di HP ini: kunci lokasi belum diterima. Sambungkan HP sekali ke server, atau pakai biaya menurut tarif.</source>
        <translation>Leave by telephone does not work on this phone yet: it has not received the site&apos;s key. Connect it to the server once, or take the tariff&apos;s amount.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::ConfigDraft</name>
    <message>
        <source>Tanpa kunci</source>
        <translation>No lock</translation>
    </message>
    <message>
        <source>%1, versi %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>%1 untuk %2 menit, lalu %3 per %4 menit</source>
        <translation>%1 for %2 minutes, then %3 per %4 minutes</translation>
    </message>
    <message>
        <source>Isi dengan angka.</source>
        <translation>Enter a number.</translation>
    </message>
    <message>
        <source>Area baru</source>
        <translation>New zone</translation>
    </message>
    <message>
        <source>Buat area lebih dulu.</source>
        <translation>Make a zone first.</translation>
    </message>
    <message>
        <source>Pintu baru</source>
        <translation>New gate</translation>
    </message>
    <message>
        <source>Isi seperti 2025-03-24 00:00.</source>
        <translation>Like 2025-03-24 00:00, please.</translation>
    </message>
    <message>
        <source>Tersimpan.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>awal</source>
        <translation>the beginning</translation>
    </message>
</context>
<context>
    <name>palang::mobile::DeskAction</name>
    <message>
        <source>Luring: tindakan menunggu server terhubung lagi.</source>
        <translation>Offline: actions wait until the server is back.</translation>
    </message>
    <message>
        <source>Hanya admin yang dapat mengubah ini.</source>
        <translation>Only an admin may change this.</translation>
    </message>
    <message>
        <source>Selesai, tersimpan bersama catatannya.</source>
        <translation>Done, kept with its note.</translation>
    </message>
    <message>
        <source>Digabung.</source>
        <translation>Merged.</translation>
    </message>
    <message>
        <source>Penggabungan diurungkan.</source>
        <translation>Merge undone.</translation>
    </message>
    <message>
        <source>Keduanya dipertahankan.</source>
        <translation>Both are kept.</translation>
    </message>
    <message>
        <source>Dibuka lagi untuk diperiksa.</source>
        <translation>Open again, to be looked at.</translation>
    </message>
    <message>
        <source>Penilaian tersimpan.</source>
        <translation>Judgement saved.</translation>
    </message>
    <message>
        <source>Catatan kunci diminta. Yang ditemukan muncul di daftar.</source>
        <translation>The lock&apos;s records were asked for. What is found appears in the list.</translation>
    </message>
    <message>
        <source>Perangkat disetujui.</source>
        <translation>Device approved.</translation>
    </message>
    <message>
        <source>Perangkat dicabut.</source>
        <translation>Device revoked.</translation>
    </message>
    <message>
        <source>Pengguna tersimpan.</source>
        <translation>User saved.</translation>
    </message>
    <message>
        <source>Menunggu server…</source>
        <translation>Waiting for the server…</translation>
    </message>
</context>
<context>
    <name>palang::mobile::EntryModel</name>
    <message>
        <source>Diurungkan di %1</source>
        <translation>Undone at %1</translation>
    </message>
    <message>
        <source>Tanpa plat perlu foto</source>
        <translation>No plate needs a photo</translation>
    </message>
    <message>
        <source>Arahkan kamera ke kendaraan, lalu coba lagi.</source>
        <translation>Point the camera at the vehicle, then try again.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::Exporter</name>
    <message>
        <source>%1 catatan dan %2 foto ditulis ke %3</source>
        <translation>%1 records and %2 photos written to %3</translation>
    </message>
    <message>
        <source>%1 catatan jenis lain tidak punya tempat dalam format ini.</source>
        <translation>%1 records of other kinds have no place in this format.</translation>
    </message>
    <message>
        <source>Semua sudah terkirim, tidak ada yang perlu disalin.</source>
        <translation>Everything is sent, there is nothing to copy.</translation>
    </message>
    <message>
        <source>Server belum memberi kuncinya. Hubungkan HP ini sekali, lalu coba lagi.</source>
        <translation>The server has not given its key. Connect this phone once, then try again.</translation>
    </message>
    <message>
        <source>%1 catatan dan %2 foto (%3) disegel ke %4. Siapa pun boleh membawanya ke server.</source>
        <translation>%1 records and %2 photos (%3) were sealed into %4. Anybody may bring it to the server.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::FeeTesterModel</name>
    <message>
        <source>%1 jam: %2</source>
        <translation>%1 h: %2</translation>
    </message>
</context>
<context>
    <name>palang::mobile::FeedModel</name>
    <message>
        <source>HP %1, terlambat %2</source>
        <translation>Phone %1, %2 late</translation>
    </message>
    <message>
        <source>HP %1</source>
        <translation>HP %1</translation>
    </message>
</context>
<context>
    <name>palang::mobile::FilterChoices</name>
    <message>
        <source>Semua jenis</source>
        <translation>All classes</translation>
    </message>
    <message>
        <source>Semua pintu</source>
        <translation>All gates</translation>
    </message>
    <message>
        <source>Semua cara bayar</source>
        <translation>All means</translation>
    </message>
</context>
<context>
    <name>palang::mobile::FoundSessionModel</name>
    <message>
        <source>Dari server</source>
        <translation>From the server</translation>
    </message>
    <message>
        <source>Dari karcis saja, tanpa data server</source>
        <translation>From the ticket alone, without the server</translation>
    </message>
    <message>
        <source>Dari HP, data s.d. %1</source>
        <translation>From the phone, data up to %1</translation>
    </message>
    <message>
        <source>Dari HP, hanya yang dicatat di sini</source>
        <translation>From the phone, only what was recorded here</translation>
    </message>
    <message>
        <source>Sudah keluar %1</source>
        <translation>Left %1</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Karcis ini sudah keluar %1</source>
        <translation>This ticket left at %1</translation>
    </message>
    <message>
        <source>Menurut server. Bila ragu, panggil penyelia.</source>
        <translation>So the server says. If in doubt, call a supervisor.</translation>
    </message>
    <message>
        <source>Sejauh yang HP ini tahu. Bila ragu, panggil penyelia.</source>
        <translation>As far as this phone knows. If in doubt, call a supervisor.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::HandoverTaker</name>
    <message>
        <source>Masih kurang: %1</source>
        <translation>Still missing: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan dari HP %1</source>
        <translation>
            <numerusform>%n record from phone %1</numerusform>
            <numerusform>%n records from phone %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Ini catatan lokasi lain, server di sini tidak dapat membacanya.</source>
        <translation>These are another site&apos;s records; the server here cannot read them.</translation>
    </message>
    <message>
        <source>Kode rusak terbaca; teruskan memindai.</source>
        <translation>A damaged code was read; go on scanning.</translation>
    </message>
    <message>
        <source>Bukan kode serah terima. Di HP yang satunya: Catatan, Salinan &amp; pindahan, Serahkan ke HP lain, Kode.</source>
        <translation>Not a hand-over code. On the other phone: Records, Copies &amp; moving, Hand over to another phone, Codes.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::HealthModel</name>
    <message>
        <source>%1 panggilan bulan ini</source>
        <translation>%1 calls this month</translation>
    </message>
    <message>
        <source>%1 dari %2 panggilan bulan ini</source>
        <translation>%1 of %2 calls this month</translation>
    </message>
    <message>
        <source>%1 lewat callback, %2 ditarik</source>
        <translation>%1 by callback, %2 pulled</translation>
    </message>
    <message>
        <source>biasanya %1, 95 % %2, paling lama %3</source>
        <translation>usually %1, 95 % %2, at most %3</translation>
    </message>
    <message>
        <source>%1 jam terdengar, %2 belum pasti, %3 tidak terdengar</source>
        <translation>%1 hours heard, %2 not certain, %3 not heard</translation>
    </message>
    <message>
        <source>tidak pernah luring</source>
        <translation>never offline</translation>
    </message>
    <message>
        <source>%1 kali luring, jumlah %2</source>
        <translation>offline %1 times, %2 in all</translation>
    </message>
    <message>
        <source>lengkap lagi setelah %1, paling lama %2</source>
        <translation>complete again after %1, at most %2</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation>%1 – %2 (%3)</translation>
    </message>
    <message>
        <source>sejak %1, masih berlangsung</source>
        <translation>since %1, still going on</translation>
    </message>
    <message>
        <source>%1: %2 ditemukan, %3 baru</source>
        <translation>%1: %2 found, %3 new</translation>
    </message>
    <message>
        <source>%1: berjalan</source>
        <translation>%1: running</translation>
    </message>
</context>
<context>
    <name>palang::mobile::Importer</name>
    <message>
        <source>Pintu lokasi ini belum dikenal. Hubungkan ke server dulu.</source>
        <translation>The gates of this site are not known yet. Connect to the server first.</translation>
    </message>
    <message>
        <source>Tidak ada folder %1.</source>
        <translation>There is no folder %1.</translation>
    </message>
    <message>
        <source>%1 catatan diambil, %2 sudah ada, %3 berkas dilewati.</source>
        <translation>%1 records taken in, %2 already there, %3 files left out.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::LiveModel</name>
    <message>
        <source>Selesaikan: %1</source>
        <translation>Resolve: %1</translation>
    </message>
    <message>
        <source>Peringatan belum selesai: %1</source>
        <translation>Alert not resolved: %1</translation>
    </message>
    <message>
        <source>Coba lagi, atau hubungi admin.</source>
        <translation>Try again, or ask an admin.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::LockModel</name>
    <message>
        <source>PIN salah</source>
        <translation>Wrong PIN</translation>
    </message>
</context>
<context>
    <name>palang::mobile::LoginModel</name>
    <message>
        <source>Alamat server belum diisi</source>
        <translation>The server&apos;s address is missing</translation>
    </message>
    <message>
        <source>Contoh: 10.0.0.5:8181. Tanyakan pada admin.</source>
        <translation>For example 10.0.0.5:8181. Ask an admin.</translation>
    </message>
    <message>
        <source>Nama dan sandi belum lengkap</source>
        <translation>Name or password is missing</translation>
    </message>
    <message>
        <source>Isi keduanya.</source>
        <translation>Fill in both.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::NetworkGiver</name>
    <message>
        <source>Kode itu sudah tidak berlaku. Pindai kode yang sekarang tampil di HP yang satunya.</source>
        <translation>That code is no longer valid. Scan the code that the other phone shows now.</translation>
    </message>
    <message>
        <source>HP yang satunya sudah menerima salinan lain dengan kode itu. Di sana tutup dan buka lagi, lalu pindai kode barunya.</source>
        <translation>The other phone took another copy with that code. Close and open the page there, then scan its new code.</translation>
    </message>
    <message>
        <source>HP itu bekerja di lokasi lain dan tidak dapat membawanya.</source>
        <translation>That phone works at another site and cannot carry these.</translation>
    </message>
    <message>
        <source>HP yang satunya tidak dapat menyimpannya. Pakai HP lain, atau Salinan kedua.</source>
        <translation>The other phone cannot keep them. Use another phone, or Second copy.</translation>
    </message>
    <message>
        <source>HP ini tidak berada di jaringan mana pun. Sambungkan kedua HP ke Wi-Fi yang sama, hotspot juga boleh, atau pakai kode berurutan.</source>
        <translation>This phone is in no network. Connect both phones to the same Wi-Fi, a hotspot will do, or use codes.</translation>
    </message>
    <message>
        <source>Kode rusak terbaca; pindai sekali lagi.</source>
        <translation>The code was read damaged; scan it once more.</translation>
    </message>
    <message>
        <source>Bukan kode penerimaan. Di HP yang satunya: Catatan, Salinan &amp; pindahan, Terima dari HP lain.</source>
        <translation>Not a code for receiving. On the other phone: Records, Copies &amp; moving, Take from another phone.</translation>
    </message>
    <message>
        <source>HP yang satunya tidak terjangkau. Pastikan keduanya di Wi-Fi yang sama, lalu coba lagi, atau pakai kode berurutan.</source>
        <translation>The other phone cannot be reached. Make sure that both are in the same Wi-Fi, then try again, or use codes.</translation>
    </message>
    <message>
        <source>Sambungan terputus, belum pasti sampai. Coba lagi, atau pakai kode berurutan: tidak ada yang hilang atau terhitung dua kali.</source>
        <translation>The connection broke; it may have arrived or not. Try again, or use codes: nothing is lost or counted twice.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::NetworkTaker</name>
    <message>
        <source>Ini catatan lokasi lain, server di sini tidak dapat membacanya.</source>
        <translation>These are another site&apos;s records; the server here cannot read them.</translation>
    </message>
    <message>
        <source>Kode ini sudah dipakai untuk salinan lain. Tutup, lalu buka lagi.</source>
        <translation>This code was used for another copy. Close this page, then open it again.</translation>
    </message>
    <message>
        <source>Terlalu banyak catatan. Di HP yang satunya pakai Salinan kedua.</source>
        <translation>Too many records. Use Second copy on the other phone.</translation>
    </message>
    <message>
        <source>Yang datang rusak; HP yang satunya mencoba lagi.</source>
        <translation>What came is damaged; the other phone tries again.</translation>
    </message>
    <message>
        <source>HP ini tidak dapat menyimpannya. Kosongkan penyimpanan, lalu coba lagi, atau pakai HP lain.</source>
        <translation>This phone cannot keep it. Free some storage, then try again, or use another phone.</translation>
    </message>
    <message>
        <source>Sambungan terputus sebelum selesai. Di HP yang satunya tekan Coba lagi, atau pakai kode berurutan.</source>
        <translation>The connection broke before the end. Press Try again on the other phone, or use codes.</translation>
    </message>
    <message>
        <source>Sepuluh menit berlalu tanpa kiriman, jadi HP ini berhenti menunggu.</source>
        <translation>Ten minutes went by and nothing came, so this phone stopped waiting.</translation>
    </message>
    <message>
        <source>HP ini belum mengenal lokasinya. Hubungkan sekali ke server, lalu coba lagi.</source>
        <translation>This phone does not know its site yet. Connect it to the server once, then try again.</translation>
    </message>
    <message>
        <source>HP ini tidak berada di jaringan mana pun. Sambungkan kedua HP ke Wi-Fi yang sama, hotspot juga boleh, atau pakai kode berurutan.</source>
        <translation>This phone is in no network. Connect both phones to the same Wi-Fi, a hotspot will do, or use codes.</translation>
    </message>
    <message>
        <source>Jaringan tidak dapat dipakai. Pakai kode berurutan.</source>
        <translation>The network cannot be used. Use codes.</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan dari HP %1</source>
        <translation>
            <numerusform>%n record of phone %1</numerusform>
            <numerusform>%n records of phone %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>palang::mobile::OpeningModel</name>
    <message>
        <source>Membuka…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Palang dibuka</source>
        <translation>Gate opened</translation>
    </message>
    <message>
        <source>Gagal dibuka</source>
        <translation>Did not open</translation>
    </message>
    <message>
        <source>Terlambat, tidak dijalankan</source>
        <translation>Too late, not carried out</translation>
    </message>
    <message>
        <source>Luring: palang tidak bisa dibuka dari HP. Perintah tidak pernah disimpan untuk nanti; buka dengan kunci dan catat alasannya setelah tersambung.</source>
        <translation>Offline: the gate cannot be opened from the phone. Openings are never stored for later; use the key and note the reason once connected.</translation>
    </message>
    <message>
        <source>Server belum menerima catatannya.</source>
        <translation>The server has not taken the record yet.</translation>
    </message>
    <message>
        <source>Belum pasti terbuka: lihat palangnya</source>
        <translation>Not certain to be open: look at the boom</translation>
    </message>
    <message>
        <source>Server menolak catatannya: %1</source>
        <translation>The server refused the record: %1</translation>
    </message>
</context>
<context>
    <name>palang::mobile::Period</name>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kemarin</source>
        <translation>Yesterday</translation>
    </message>
</context>
<context>
    <name>palang::mobile::ReadyModel</name>
    <message numerus="yes">
        <source>%n perlu diperhatikan</source>
        <translation>
            <numerusform>%n thing to mind</numerusform>
            <numerusform>%n things to mind</numerusform>
        </translation>
    </message>
    <message>
        <source>Baterai</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>tanpa baterai</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 %, mengisi</source>
        <translation>%1 %, charging</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Penyimpanan</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>tidak diketahui</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>%1 kosong</source>
        <translation>%1 free</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>belum dicocokkan dengan server</source>
        <translation>not yet compared with the server</translation>
    </message>
    <message>
        <source>cocok dengan server</source>
        <translation>agrees with the server</translation>
    </message>
    <message>
        <source>selisih %1 detik, dikoreksi</source>
        <translation>%1 seconds off, corrected</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Tariff</translation>
    </message>
    <message>
        <source>berlaku untuk semua jenis</source>
        <translation>in force for every class</translation>
    </message>
    <message>
        <source>tidak ada untuk %1</source>
        <translation>none for %1</translation>
    </message>
    <message>
        <source>Kendaraan</source>
        <translation>Vehicles</translation>
    </message>
    <message>
        <source>belum pernah diambil</source>
        <translation>never fetched</translation>
    </message>
    <message>
        <source>terkini</source>
        <translation>up to date</translation>
    </message>
    <message>
        <source>data s.d. %1</source>
        <translation>as of %1</translation>
    </message>
    <message>
        <source>Kunci karcis</source>
        <translation>Ticket key</translation>
    </message>
    <message>
        <source>HP %1, sah</source>
        <translation>HP %1, valid</translation>
    </message>
    <message>
        <source>sudah dicabut</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>belum ada nomor perangkat</source>
        <translation>no device number yet</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>tidak dipakai</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>memeriksa…</source>
        <translation>checking…</translation>
    </message>
    <message>
        <source>menjawab</source>
        <translation>answers</translation>
    </message>
    <message>
        <source>tidak menjawab</source>
        <translation>does not answer</translation>
    </message>
</context>
<context>
    <name>palang::mobile::ReportExport</name>
    <message>
        <source>Berkas tidak dapat ditulis: %1</source>
        <translation>The file cannot be written: %1</translation>
    </message>
    <message>
        <source>Tersimpan: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya printer. Simpan PDF, lalu cetak di tempat lain.</source>
        <translation>This computer has no printer. Save a PDF and print it elsewhere.</translation>
    </message>
    <message>
        <source>Printer tidak menerima halaman.</source>
        <translation>The printer takes no page.</translation>
    </message>
    <message>
        <source>Dikirim ke printer %1.</source>
        <translation>Sent to printer %1.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::ReportModel</name>
    <message>
        <source>%1.00: %2 masuk, %3 keluar</source>
        <translation>%1.00: %2 in, %3 out</translation>
    </message>
    <message>
        <source>%1: %2 di dalam</source>
        <translation>%1: %2 inside</translation>
    </message>
</context>
<context>
    <name>palang::mobile::SessionListModel</name>
    <message>
        <source>Data s.d. %1</source>
        <translation>Data up to %1</translation>
    </message>
    <message>
        <source>Hanya yang tersimpan di komputer ini, data s.d. %1</source>
        <translation>Only what is kept on this computer, data up to %1</translation>
    </message>
    <message>
        <source>Hanya yang tersimpan di komputer ini</source>
        <translation>Only what is kept on this computer</translation>
    </message>
</context>
<context>
    <name>palang::mobile::ShiftModel</name>
    <message>
        <source>Pas</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Kurang %1</source>
        <translation>%1 short</translation>
    </message>
    <message>
        <source>Lebih %1</source>
        <translation>%1 over</translation>
    </message>
    <message>
        <source>dibuat di HP %1 = di server %2</source>
        <translation>made on phone %1 = on server %2</translation>
    </message>
    <message>
        <source>dibuat di HP %1, di server baru %2</source>
        <translation>made on phone %1, on server only %2</translation>
    </message>
</context>
<context>
    <name>palang::mobile::StayExport</name>
    <message>
        <source>Karcis</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Plat</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Pintu masuk</source>
        <translation>Entry gate</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Pintu keluar</source>
        <translation>Exit gate</translation>
    </message>
    <message>
        <source>Menurut tarif</source>
        <translation>By tariff</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Dibatalkan; tidak ada berkas yang ditinggalkan.</source>
        <translation>Cancelled; no file is left behind.</translation>
    </message>
    <message>
        <source>Berkas tidak dapat ditulis: %1</source>
        <translation>The file cannot be written: %1</translation>
    </message>
    <message>
        <source>Tersimpan: %1</source>
        <translation>Saved: %1</translation>
    </message>
</context>
<context>
    <name>palang::mobile::SyncHistoryModel</name>
    <message>
        <source>%1 terkirim</source>
        <translation>%1 sent</translation>
    </message>
    <message>
        <source>%1 sudah ada</source>
        <translation>%1 there already</translation>
    </message>
    <message>
        <source>server dipulihkan: %1 dikirim kembali</source>
        <translation>server restored: %1 sent back</translation>
    </message>
    <message>
        <source>%1 perlu diperiksa</source>
        <translation>%1 need attention</translation>
    </message>
    <message>
        <source>%1 gagal</source>
        <translation>%1 failed</translation>
    </message>
    <message>
        <source>dibatalkan</source>
        <translation>cancelled</translation>
    </message>
</context>
<context>
    <name>palang::mobile::SyncModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>belum diukur</source>
        <translation>not measured yet</translation>
    </message>
    <message>
        <source>cocok</source>
        <translation>agrees</translation>
    </message>
    <message>
        <source>terlambat %1 detik, dikoreksi</source>
        <translation>%1 seconds slow, corrected</translation>
    </message>
    <message>
        <source>terlalu cepat %1 detik, dikoreksi</source>
        <translation>%1 seconds fast, corrected</translation>
    </message>
</context>
<context>
    <name>palang::mobile::TariffReplay</name>
    <message>
        <source>Menghitung…</source>
        <translation>Computing…</translation>
    </message>
    <message>
        <source>Dihentikan. %1</source>
        <translation>Stopped. %1</translation>
    </message>
    <message>
        <source>%1 kunjungan: %2 menjadi %3 (%4). %5 lebih mahal, %6 lebih murah, %7 tetap.</source>
        <translation>%1 visits: %2 becomes %3 (%4). %5 dearer, %6 cheaper, %7 the same.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::TicketModel</name>
    <message>
        <source>Printer belum diatur, lihat Lainnya</source>
        <translation>No printer is set up, see More</translation>
    </message>
    <message>
        <source>Mencetak…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Dicetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Printer tidak menjawab</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>Gambar tidak dapat disimpan</source>
        <translation>The picture cannot be kept</translation>
    </message>
    <message>
        <source>Gambar: %1</source>
        <translation>Picture: %1</translation>
    </message>
    <message>
        <source>Alamat printer tidak terbaca</source>
        <translation>The address cannot be read</translation>
    </message>
    <message>
        <source>Memeriksa printer…</source>
        <translation>Checking the printer…</translation>
    </message>
    <message>
        <source>Printer menjawab</source>
        <translation>The printer answers</translation>
    </message>
    <message>
        <source>Salinan perlu alasan</source>
        <translation>A copy needs a reason</translation>
    </message>
    <message>
        <source>SALINAN %1: %2</source>
        <translation>COPY %1: %2</translation>
    </message>
    <message>
        <source>TANPA PLAT</source>
        <translation>NO PLATE</translation>
    </message>
    <message>
        <source>Simpan karcis ini. Karcis hilang dikenai denda.</source>
        <translation>Keep this ticket. A lost ticket costs a fine.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::VehicleModel</name>
    <message>
        <source>Tidak ada yang diubah.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Koreksi</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Pembatalan</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>%1 tersimpan, menunggu server…</source>
        <translation>%1 saved, waiting for the server…</translation>
    </message>
    <message>
        <source>Ditolak server: %1</source>
        <translation>Refused by the server: %1</translation>
    </message>
    <message>
        <source>Diterima server.</source>
        <translation>Accepted by the server.</translation>
    </message>
</context>
<context>
    <name>palang::mobile::Workplace</name>
    <message numerus="yes">
        <source>%n menunggu kirim</source>
        <translation>
            <numerusform>%n waits to be sent</numerusform>
            <numerusform>%n wait to be sent</numerusform>
        </translation>
    </message>
</context>
</TS>
