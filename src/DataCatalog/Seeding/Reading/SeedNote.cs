namespace DataCatalog.Seeding.Reading;

/// <summary>How a file was read that is written otherwise than these files usually are: no error, and worth knowing.</summary>
/// <param name="File">The file, relative to the folder, with slashes.</param>
/// <param name="Reading">Its encoding and separator, as a phrase after "read as".</param>
internal sealed record SeedNote(string File, string Reading)
{
    public override string ToString() => $"{ErrorText.Escaped(File)}: read as {Reading}";
}
