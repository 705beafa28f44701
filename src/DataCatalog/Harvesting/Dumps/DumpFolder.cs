using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>
/// The folder of the dumps. A set is served as soon as its manifest is in place; the previous set stays until the next one, for clients
/// that are downloading it. A file counts as intact while its size and time are those it had when its bytes were last verified.
/// </summary>
internal sealed partial class DumpFolder(CatalogOptions options)
{
    private const string Manifest = "manifest.json";

    /// <summary>Reports of lost files. There is room for one: reporting a loss again changes nothing.</summary>
    private readonly Channel<bool> _losses =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile VerifiedSet? _current;
    private volatile string? _fault;
    private DumpSet? _previous;

    public string Path { get; } = System.IO.Path.GetFullPath(options.DumpFolder ?? Beside(options.Database));

    /// <summary>
    /// The newest complete set; null before there is one. Its files may have changed since: see <see cref="IsIntact(DumpFile)"/>.
    /// </summary>
    public DumpSet? Current => _current?.Set;

    /// <summary>
    /// The reason why the last attempt to build dumps failed, in words for clients, without a path; null when it succeeded.
    /// </summary>
    public string? Fault
    {
        get => _fault;
        set => _fault = value;
    }

    public string PathOf(DumpFile file) => System.IO.Path.Combine(Path, file.StoredAs);

    /// <summary>Whether a file of the present set has the size and the time that it had when its bytes were last verified.</summary>
    public bool IsIntact(DumpFile file) =>
        _current is { } current && current.Stamps.TryGetValue(file.StoredAs, out var stamp) && stamp == Stamp.Of(PathOf(file));

    /// <summary>Opens a file of the present set; once open, it can be read to its end even when it is deleted meanwhile.</summary>
    /// <returns>The file; null when it is missing, cannot be read, or has changed.</returns>
    public FileStream? OpenIntact(DumpFile file)
    {
        var bytes = TryOpen(file);
        if (bytes is not null && !IsIntact(file))
        {
            bytes.Dispose();
            return null;
        }

        return bytes;
    }

    /// <summary>Whether there is a present set and all its files are intact.</summary>
    public bool IsIntact() => _current is { } current && current.Set.Files.All(IsIntact);

    /// <summary>
    /// Asks for a rebuild now, because a file is lost or changed. When the last build failed, it asks for nothing: the regular rebuild
    /// comes soon enough.
    /// </summary>
    public void ReportLoss()
    {
        if (Fault is null)
        {
            _losses.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits until a loss is reported.</summary>
    public async Task WaitForLossAsync(CancellationToken stop) => await _losses.Reader.ReadAsync(stop);

    /// <summary>Makes the set in the folder the present one, if every file has the bytes that its manifest states.</summary>
    public void Open()
    {
        Directory.CreateDirectory(Path);
        var manifest = System.IO.Path.Combine(Path, Manifest);
        if (File.Exists(manifest) && Read(manifest) is { } set)
        {
            var stamps = set.Files.ToDictionary(file => file.StoredAs, file => Stamp.Of(PathOf(file)), StringComparer.Ordinal);
            if (set.Files.All(HasStatedBytes))
            {
                _current = new VerifiedSet(set, stamps);
            }
        }
    }

    /// <summary>
    /// Replaces the present set by one whose files are on the disk; flushes its manifest and the names of all files to the disk too.
    /// </summary>
    public void Publish(DumpSet set)
    {
        Posix.FlushFolder(Path);
        var manifest = System.IO.Path.Combine(Path, Manifest);
        using (var file = new FileStream(manifest + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, set);
            file.Flush(flushToDisk: true);
        }

        File.Move(manifest + ".tmp", manifest, overwrite: true);
        Posix.FlushFolder(Path);
        _previous = Current;
        _current = new VerifiedSet(
            set, set.Files.ToDictionary(file => file.StoredAs, file => Stamp.Of(PathOf(file)), StringComparer.Ordinal));
        DeleteOthers();
    }

    private static string Beside(string database) =>
        Engine.IsOnServer(database) ? "datacatalog-dumps" : System.IO.Path.ChangeExtension(database, null) + "-dumps";

    private static DumpSet? Read(string manifest)
    {
        try
        {
            return JsonSerializer.Deserialize<DumpSet>(File.ReadAllText(manifest)) is { Origin: not null, Files: not null } set
                && set.Files.All(file =>
                    file is { Name: not null, MediaType: not null, Sha256: not null, StoredAs: not null }
                    && StoredName.IsMatch(file.StoredAs))
                ? set
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Opens a file; null when it is missing or cannot be read. A pipe is not opened, since that would wait for a writer.
    /// </summary>
    private FileStream? TryOpen(DumpFile file)
    {
        var path = PathOf(file);
        try
        {
            return Posix.IsSpecial(path)
                ? null
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads every byte of a file, and compares its length and its digest with those of the manifest.</summary>
    private bool HasStatedBytes(DumpFile file)
    {
        using var bytes = TryOpen(file);
        return bytes?.Length == file.Length
            && string.Equals(Convert.ToBase64String(SHA256.HashData(bytes)), file.Sha256, StringComparison.Ordinal);
    }

    /// <summary>Deletes the files of older sets; other files stay, since the folder may be shared.</summary>
    private void DeleteOthers()
    {
        var kept = new[] { Current, _previous }.OfType<DumpSet>()
            .SelectMany(set => set.Files)
            .Select(file => file.StoredAs)
            .ToHashSet(StringComparer.Ordinal);
        var names = Directory.EnumerateFiles(Path).Select(System.IO.Path.GetFileName).OfType<string>();
        foreach (var file in names.Where(name => StoredName.IsMatch(name) && !kept.Contains(name)))
        {
            File.Delete(System.IO.Path.Combine(Path, file));
        }
    }

    [GeneratedRegex(
        @"^catalog-[0-9]+-[0-9a-f]{8}\.(nt|ttl|rdf|jsonld|csv|geonetwork\.rdf)(\.gz)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex StoredName { get; }

    /// <summary>A set, with the stamps of its files at the time when their bytes were verified.</summary>
    private sealed record VerifiedSet(DumpSet Set, IReadOnlyDictionary<string, Stamp?> Stamps);

    /// <summary>The size and the time of a file.</summary>
    private sealed record Stamp(long Length, DateTime Written)
    {
        /// <summary>Returns the stamp of a file; null when it does not exist.</summary>
        public static Stamp? Of(string path) =>
            new FileInfo(path) is { Exists: true } file ? new Stamp(file.Length, file.LastWriteTimeUtc) : null;
    }
}
