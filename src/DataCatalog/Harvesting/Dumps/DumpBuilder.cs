using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Rdf.Appending;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>Makes the dumps: one pass over a snapshot writes every syntax and the sheet, then each file is compressed and digested.</summary>
internal sealed class DumpBuilder(
    CatalogIris iris, Database database, References references, CatalogExport export, DumpFolder folder, TimeProvider time)
{
    private const string Sheet = "csv";

    private readonly string _origin = $"{typeof(DumpBuilder).Assembly.ManifestModule.ModuleVersionId:N} {iris.BaseUrl}";

    /// <summary>Whether the present files hold the present catalogue, as this program writes it.</summary>
    public bool IsUpToDate => folder.Current is { } set && set.Sequence == database.Sequence && string.Equals(set.Origin, _origin, StringComparison.Ordinal);

    /// <summary>Makes a set of files and puts it in place.</summary>
    /// <returns>The set; null when reference data changed meanwhile, which would mix two states: try again.</returns>
    public DumpSet? Build()
    {
        using var snapshot = database.OpenSnapshot();
        var stem = Stem(snapshot.Sequence);
        var formats = CatalogExport.Formats.Keys.Append(Sheet).ToDictionary(format => format, format => Path.Combine(folder.Path, $"{stem}.{format}"), StringComparer.Ordinal);
        Write(snapshot, formats);
        if (database.ReferenceRevision != snapshot.ReferenceRevision)
        {
            return null;
        }

        var set = new DumpSet(snapshot.Sequence, _origin, time.GetUtcNow(), [.. formats.SelectMany(format => Files(format.Key, format.Value))]);
        folder.Publish(set);
        return set;
    }

    /// <summary>Another program or base URL at the same sequence must not overwrite files that somebody is reading.</summary>
    private string Stem(long sequence) => string.Create(
        CultureInfo.InvariantCulture,
        $"catalog-{sequence}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_origin)).AsSpan(0, 4))}");

    private void Write(Snapshot snapshot, Dictionary<string, string> paths)
    {
        var files = paths.ToDictionary(path => path.Key, path => new FileStream(path.Value, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), StringComparer.Ordinal);
        try
        {
            Write(snapshot, files);
        }
        finally
        {
            files.Values.ToList().ForEach(file => file.Dispose());
        }
    }

    private void Write(Snapshot snapshot, Dictionary<string, FileStream> files)
    {
        using var sheet = new DatasetSheet(iris, references.Current, files[Sheet]);
        IGraphAppender[] documents = [.. CatalogExport.Formats.Select(format => format.Value.Begin(iris, files[format.Key]))];
        foreach (var part in export.Parts(snapshot))
        {
            Array.ForEach(documents, document => document.Write(part.Graph));
            part.Slice.Datasets.ToList().ForEach(sheet.Write);
        }

        Array.ForEach(documents, document => document.Dispose());
    }

    private static IEnumerable<DumpFile> Files(string format, string path)
    {
        yield return Digested($"catalog.{format}", path, MediaTypeOf(format));
        var compressed = path + ".gz";
        using (var plain = File.OpenRead(path))
        using (var output = File.Create(compressed))
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
        {
            plain.CopyTo(gzip);
        }

        yield return Digested($"catalog.{format}.gz", compressed, "application/gzip");
    }

    private static DumpFile Digested(string name, string path, string mediaType)
    {
        using var file = File.OpenRead(path);
        return new DumpFile(name, Path.GetFileName(path), mediaType, file.Length, Convert.ToBase64String(SHA256.HashData(file)));
    }

    private static string MediaTypeOf(string format) =>
        CatalogExport.Formats.TryGetValue(format, out var syntax) ? syntax.ContentType : "text/csv; charset=utf-8";
}
