using System.Globalization;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// Reads the bytes of a seed file, which must be a regular file, not empty and not too large. A pipe or a device has no size, and opening
/// it may wait for ever.
/// </summary>
internal static class SeedFile
{
    /// <summary>The most bytes of a file; all communes of France take five million.</summary>
    private const int Most = 32 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="bytes">The bytes; empty when there is a fault.</param>
    /// <returns>What was expected instead; null when there is no fault.</returns>
    public static string? Read(string path, out byte[] bytes)
    {
        bytes = [];
        if (Directory.Exists(path))
        {
            return "a file, and this is a folder";
        }

        if (!File.Exists(path))
        {
            return "this file, which is missing";
        }

        var size = new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path).Length;
        return size == 0 ? "a header and rows: this file is empty, or it is a pipe or a device, which are not read"
            : size > Most ? TooLong(size)
            : ReadBytes(path, ref bytes);
    }

    private static string? ReadBytes(string path, ref byte[] bytes)
    {
        try
        {
            bytes = File.ReadAllBytes(path);
            return bytes.Length > Most ? TooLong(bytes.Length) : null;
        }
        catch (UnauthorizedAccessException)
        {
            return "a file that may be read: permission is denied";
        }
        catch (IOException exception)
        {
            return $"a file that can be read: {exception.Message}";
        }
    }

    private static string TooLong(long size) =>
        string.Create(CultureInfo.InvariantCulture, $"at most {Most:N0} bytes, and there are {size:N0}");
}
