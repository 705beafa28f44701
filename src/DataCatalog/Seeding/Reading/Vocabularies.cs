using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>The files of <c>vocabularies/</c>: one per row of schemes.csv, and no other.</summary>
internal static class Vocabularies
{
    private const string Folder = "vocabularies/";

    /// <summary>
    /// Reads the terms of every file, also of one that schemes.csv does not name: what points to them is right all the same.
    /// </summary>
    public static IReadOnlyList<Sourced<Concept>> Read(SeedFolder folder, IReadOnlyList<Sourced<ConceptScheme>> schemes)
    {
        var files = folder.NamesIn(Folder).Where(name => !string.Equals(name, "schemes", StringComparison.Ordinal)).ToList();
        foreach (var file in files.Except(schemes.Select(scheme => scheme.Record.Id), StringComparer.Ordinal))
        {
            folder.Errors.Unreadable(new SeedError($"{Folder}{file}.csv", 0, null, null, $"a row for '{file}' in {Folder}schemes.csv"));
        }

        foreach (var (scheme, row) in schemes.Where(scheme => !files.Contains(scheme.Record.Id, StringComparer.Ordinal)))
        {
            folder.Errors.Wrong(new SeedError(row.Table.File, row.Line, "scheme", scheme.Id, $"a file {Folder}{scheme.Id}.csv"));
        }

        return [.. files.SelectMany(file => Terms(folder, file))];
    }

    private static IEnumerable<Sourced<Concept>> Terms(SeedFolder folder, string scheme) =>
        folder.Open($"{Folder}{scheme}.csv", scheme is Schemes.Competences ? "competences" : "vocabulary")
            .Rows
            .Select(row => ConceptRows.Map(scheme, row));
}
