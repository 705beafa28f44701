using System.Text;
using DataCatalog.Harvesting;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// Checks where an export may be written: to a new file or, with <c>--force</c>, over an earlier export; never over another file.
/// </summary>
internal static class ExportTarget
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The vocabulary that every syntax names in its first lines.</summary>
    private const string Mark = "http://www.w3.org/ns/dcat#";

    /// <summary>The number of bytes in which an export is recognised.</summary>
    private const int Beginning = 16 * 1024;

    private static readonly string[] Openings = ["@prefix", "{", "<?xml", "<http"];

    /// <summary>Returns the format of a file's extension.</summary>
    /// <exception cref="RefusedException">The extension is that of no syntax.</exception>
    public static ExportFormat FormatOf(string path)
    {
        var extension = Path.GetExtension(path).TrimStart('.');
        return ExportFormat.Whole.FirstOrDefault(format => string.Equals(format.Name, extension, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException(
                $"The name {path} does not say the syntax. "
                + $"Let it end in .{string.Join(", .", ExportFormat.Whole.Select(format => format.Name))}, or give --format.");
    }

    /// <summary>Refuses a path where something would be lost.</summary>
    /// <exception cref="RefusedException">The path leads to something that must stay; the message says what.</exception>
    public static void Check(string path, string database, bool force)
    {
        if (DatabaseFile.Owns(database, path))
        {
            throw new RefusedException($"{path} is the database or belongs to it. Name another file.");
        }

        var target = new FileInfo(path);
        if (target.LinkTarget is { } leads)
        {
            throw new RefusedException($"{path} is a link to {leads}. Name the file itself.");
        }

        if (Directory.Exists(path) || Posix.IsSpecial(path))
        {
            throw new RefusedException($"{path} is a folder, a pipe or a device. Name a file.");
        }

        if (target.Exists)
        {
            CheckFile(target, path, force);
        }
    }

    private static void CheckFile(FileInfo target, string path, bool force)
    {
        if (target.Length > 0 && !IsExport(target))
        {
            throw new RefusedException($"{path} is there already and is no export of a catalogue. Name another file.");
        }

        if (OperatingSystem.IsWindows() ? target.IsReadOnly : (target.UnixFileMode & AnyWrite) == UnixFileMode.None)
        {
            throw new RefusedException($"{path} is read-only. Name another file, or make it writable.");
        }

        if (!force)
        {
            throw new RefusedException($"{path} is there already. Name another file, or overwrite that export with --force.");
        }
    }

    private static bool IsExport(FileInfo target)
    {
        using var file = target.OpenRead();
        var bytes = new byte[Beginning];
        var text = Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        return Array.Exists(Openings, opening => text.StartsWith(opening, StringComparison.Ordinal))
            && text.Contains(Mark, StringComparison.Ordinal);
    }
}
