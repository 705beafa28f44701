namespace DataCatalog.Harvesting.Dumps;

/// <summary>A file that holds the whole catalogue.</summary>
/// <param name="Name">Its name in addresses, such as <c>catalog.nt.gz</c>.</param>
/// <param name="StoredAs">Its name on disk, which no later dump will have.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">The digest of its bytes, in Base64.</param>
internal sealed record DumpFile(string Name, string StoredAs, string MediaType, long Length, string Sha256);

/// <summary>The files of one dump: all hold the same state of the catalogue.</summary>
/// <param name="Sequence">The number of the last change that they hold.</param>
/// <param name="Origin">The program and the base URL that made them: others would make other bytes.</param>
/// <param name="BuiltAt">When they were made.</param>
/// <param name="Files">The files.</param>
internal sealed record DumpSet(long Sequence, string Origin, DateTimeOffset BuiltAt, IReadOnlyList<DumpFile> Files);
