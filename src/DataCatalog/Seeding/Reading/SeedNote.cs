namespace DataCatalog.Seeding.Reading;

/// <summary>A note on a file with an unusual encoding or separator; not an error.</summary>
/// <param name="File">The file, relative to the folder, with slashes.</param>
/// <param name="Reading">The encoding and separator, as a phrase after "read as".</param>
internal sealed record SeedNote(string File, string Reading)
{
    public override string ToString() => $"{ErrorText.Escaped(File)}: read as {Reading}";
}
