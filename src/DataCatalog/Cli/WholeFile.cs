using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>Writes a temporary file and then renames it, so that no incomplete file is ever seen, not even after a power loss.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file; leaves an existing file unchanged when writing throws.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        var place = Path.GetFullPath(path);
        var temporary = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew))
            {
                write(stream);
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
