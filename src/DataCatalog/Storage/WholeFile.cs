namespace DataCatalog.Storage;

/// <summary>Writes a temporary file and then renames it, so that no incomplete file is ever seen, not even after a power loss.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file; leaves an existing file unchanged when writing throws.</summary>
    public static void Write(string path, Action<Stream> write) => Make(path, temporary =>
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew);
        write(stream);
    });

    /// <summary>Makes a file; leaves an existing file unchanged when the work throws.</summary>
    /// <param name="path">The file.</param>
    /// <param name="make">Makes a temporary file, whose path it is given, and closes it.</param>
    public static void Make(string path, Action<string> make)
    {
        var place = Path.GetFullPath(path);
        var temporary = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            make(temporary);
            using (var stream = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
            {
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, place, overwrite: true);
            Posix.FlushFolder(Path.GetDirectoryName(place)!);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
