namespace DataCatalog.Harvesting.Dumps;

/// <summary>A file that holds the whole catalogue.</summary>
/// <param name="Name">The name in addresses, such as <c>catalog.nt.gz</c>.</param>
/// <param name="StoredAs">The name on disk, which no other dump has.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in Base64.</param>
internal sealed record DumpFile(string Name, string StoredAs, string MediaType, long Length, string Sha256);

/// <summary>The files that hold one state of the catalogue.</summary>
/// <param name="Sequence">The sequence number of the last change in the files.</param>
/// <param name="Origin">A digest of the program, the base URL and the last change: files of another origin may have other bytes.</param>
/// <param name="BuiltAt">The time when the files were built.</param>
/// <param name="Files">The files.</param>
internal sealed record DumpSet(long Sequence, string Origin, DateTimeOffset BuiltAt, IReadOnlyList<DumpFile> Files);
