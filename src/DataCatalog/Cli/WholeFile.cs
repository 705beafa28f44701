using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>Writes a file beside its place and then moves it there, so that nobody ever sees a half of it, not even after a loss of power.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file, or leaves what was there when the writing throws.</summary>
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
