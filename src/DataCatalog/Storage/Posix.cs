using System.Runtime.InteropServices;
using System.Text;

namespace DataCatalog.Storage;

/// <summary>
/// System calls on files that .NET does not offer. On other systems than Linux every file counts as a regular one, and no folder is
/// flushed.
/// </summary>
internal static class Posix
{
    private const int CurrentFolder = -100;
    private const uint TypeAndLinks = 0x7;
    private const int LinksAt = 16;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int FolderType = 0x4000;
    private const int FileType = 0x8000;

    /// <summary>Whether a path leads to something that is neither a file nor a folder, such as a pipe or a device.</summary>
    public static bool IsSpecial(string path) =>
        Status(path) is { } status && (BitConverter.ToUInt16(status, ModeAt) & TypeMask) is not (FolderType or FileType);

    /// <summary>Whether a file has other names (hard links): SQLite would keep a separate log for each name.</summary>
    public static bool HasOtherNames(string path) =>
        Status(path) is { } status
        && (BitConverter.ToUInt16(status, ModeAt) & TypeMask) == FileType
        && BitConverter.ToUInt32(status, LinksAt) > 1;

    /// <summary>Flushes a folder, so that renamed and new files in it survive a power loss.</summary>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = NativeMethods.open(Text(folder), 0);
        if (descriptor >= 0)
        {
            _ = NativeMethods.fsync(descriptor);
            _ = NativeMethods.close(descriptor);
        }
    }

    /// <summary>
    /// Returns the kernel's <c>struct statx</c>, whose layout is the same on every processor; null when nothing is at the path.
    /// </summary>
    private static byte[]? Status(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var status = new byte[256];
            return NativeMethods.statx(CurrentFolder, Text(path), 0, TypeAndLinks, status) == 0 ? status : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Text(string path) => Encoding.UTF8.GetBytes(path + '\0');

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int statx(int folder, byte[] path, int flags, uint mask, byte[] status);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int open(byte[] path, int flags);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int fsync(int descriptor);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int close(int descriptor);
    }
}
