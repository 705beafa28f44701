using System.Text;
using DataCatalog.Harvesting;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// Checks where an export may be written: to a new file or, with <c>--force</c>, over an earlier export; never over another file.
/// </summary>
internal static class ExportTarget
{
    /// <summary>The vocabulary that every syntax names in its first lines.</summary>
    private const string Mark = "http://www.w3.org/ns/dcat#";

    /// <summary>The number of bytes in which an export is recognised.</summary>
    private const int Beginning = 16 * 1024;

    private static readonly string[] Openings = ["@prefix", "{", "<?xml", "<http"];

    private static readonly TargetFile Export = new("export", IsExport);

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
    public static void Check(string path, string database, bool force) => Export.Check(path, database, force);

    private static bool IsExport(FileInfo target)
    {
        using var file = target.OpenRead();
        var bytes = new byte[Beginning];
        var text = Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        return Array.Exists(Openings, opening => text.StartsWith(opening, StringComparison.Ordinal))
            && text.Contains(Mark, StringComparison.Ordinal);
    }
}
