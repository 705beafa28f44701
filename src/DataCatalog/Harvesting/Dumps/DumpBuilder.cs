using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Http;
using DataCatalog.Measuring;
using DataCatalog.Rdf;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>
/// Builds the dumps: one pass over a snapshot writes every syntax and the sheet; then each file is compressed and its digest computed.
/// </summary>
internal sealed class DumpBuilder(
    CatalogIris iris, Database database, References references, CatalogExport export, DumpFolder folder, TimeProvider time)
{
    private const string Sheet = "catalog.csv";

    /// <summary>The names of the files, without those of the compressed ones.</summary>
    private static readonly IEnumerable<string> Names = ExportFormat.All.Select(format => format.FileName).Append(Sheet);

    private readonly string _program = $"{ProgramBuild.Mark} {iris.BaseUrl}";

    /// <summary>Whether the present files are intact, and hold the present catalogue as this program would write it.</summary>
    public bool IsUpToDate
    {
        get
        {
            if (folder.Current is not { } set || set.Sequence != database.Sequence || !folder.IsIntact())
            {
                return false;
            }

            using var connection = database.OpenRead();
            return string.Equals(set.Origin, Origin(connection), StringComparison.Ordinal);
        }
    }

    /// <summary>Builds a set of files and publishes it; deletes its files when that fails.</summary>
    /// <returns>The set; null when reference data changed meanwhile, so that the files would mix two states: try again.</returns>
    public DumpSet? Build(CancellationToken stop)
    {
        using var operation = Operation.Begin(Operation.Dump);
        Directory.CreateDirectory(folder.Path);
        using var snapshot = database.OpenSnapshot();
        database.Follow();
        var origin = Origin(snapshot.Connection);
        var stem = Stem(snapshot.Sequence);
        DumpSet? set = null;
        try
        {
            set = Build(snapshot, origin, stem, stop);
        }
        finally
        {
            if (set is null)
            {
                Delete(stem);
            }
        }

        return set;
    }

    private void Delete(string stem)
    {
        if (Directory.Exists(folder.Path))
        {
            Directory.EnumerateFiles(folder.Path, $"{stem}.*").ToList().ForEach(File.Delete);
        }
    }

    private DumpSet? Build(Snapshot snapshot, string origin, string stem, CancellationToken stop)
    {
        var paths = Names.ToDictionary(
            name => name, name => Path.Combine(folder.Path, StoredNameOf(stem, name)), StringComparer.Ordinal);
        Write(snapshot, paths, stop);
        database.Follow();
        if (database.ReferenceRevision != snapshot.ReferenceRevision)
        {
            return null;
        }

        var set = new DumpSet(snapshot.Sequence, origin, Now(), [.. paths.SelectMany(path => Files(path.Key, path.Value, stop))]);
        folder.Publish(set);
        return set;
    }

    /// <summary>
    /// Returns the present time, but never one before that of the present set, even when the clock was set back: clients send this time in
    /// <c>If-Modified-Since</c>.
    /// </summary>
    private DateTimeOffset Now() =>
        time.GetUtcNow() is var now && folder.Current?.BuiltAt is { } last && last > now ? last : now;

    /// <summary>
    /// Computes a digest of all that decides the files: the program, the base URL and the last change. Another database, or this one
    /// restored from a backup, may have the same sequence number, but not the same last change.
    /// </summary>
    private string Origin(DbConnection connection)
    {
        var last = connection.ExecuteScalar<string?>(
            """
            select kind || ' ' || id || ' ' || version || ' ' || at || ' ' || coalesce(document, '')
            from change order by sequence desc limit 1
            """);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_program} {last}")));
    }

    /// <summary>
    /// Returns a name that no other set of files has: clients may download the present files until the new ones are complete.
    /// </summary>
    private static string Stem(long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"catalog-{sequence}-{Guid.NewGuid().ToString("N")[..8]}");

    /// <summary>
    /// Returns the name of a file on disk: <c>catalog-41507-0123abcd.geonetwork.rdf</c> for <c>catalog-geonetwork.rdf</c>.
    /// </summary>
    private static string StoredNameOf(string stem, string name) => $"{stem}.{name[("catalog".Length + 1)..]}";

    private void Write(Snapshot snapshot, Dictionary<string, string> paths, CancellationToken stop)
    {
        var files = paths.ToDictionary(
            path => path.Key,
            path => new FileStream(path.Value, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16),
            StringComparer.Ordinal);
        try
        {
            Write(snapshot, files, stop);
            files.Values.ToList().ForEach(file => file.Flush(flushToDisk: true));
        }
        finally
        {
            files.Values.ToList().ForEach(file => file.Dispose());
        }
    }

    private void Write(Snapshot snapshot, Dictionary<string, FileStream> files, CancellationToken stop)
    {
        using var sheet = new DatasetSheet(new SheetSource(iris, references.Current), files[Sheet]);
        (ExportFormat Format, IGraphWriter Writer)[] documents =
            [.. ExportFormat.All.Select(format => (format, format.Syntax.Begin(iris, files[format.FileName])))];
        foreach (var part in export.Parts(snapshot))
        {
            stop.ThrowIfCancellationRequested();
            Array.ForEach(documents, document => document.Writer.Write(document.Format.View(part.Graph)));
            part.Slice.Datasets.ToList().ForEach(sheet.Write);
        }

        Array.ForEach(documents, document => document.Writer.Dispose());
    }

    private static IEnumerable<DumpFile> Files(string name, string path, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        yield return WithDigest(name, path, MediaTypeOf(name));
        var compressed = path + ".gz";
        using (var plain = File.OpenRead(path))
        using (var output = new FileStream(compressed, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
            {
                plain.CopyTo(gzip);
            }

            output.Flush(flushToDisk: true);
        }

        yield return WithDigest($"{name}.gz", compressed, "application/gzip");
    }

    private static DumpFile WithDigest(string name, string path, string mediaType)
    {
        using var file = File.OpenRead(path);
        return new DumpFile(name, Path.GetFileName(path), mediaType, file.Length, Convert.ToBase64String(SHA256.HashData(file)));
    }

    private static string MediaTypeOf(string name) =>
        ExportFormat.All.FirstOrDefault(format => string.Equals(format.FileName, name, StringComparison.Ordinal))?.Syntax.ContentType
        ?? "text/csv; charset=utf-8";
}
