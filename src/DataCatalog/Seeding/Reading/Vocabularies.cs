using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>The files of <c>vocabularies/</c>: one per row of schemes.csv, and the synonyms of the search.</summary>
internal static class Vocabularies
{
    private const string Folder = "vocabularies/";

    private static readonly string[] Others = ["schemes", "synonyms"];

    /// <summary>
    /// Reads the terms of every file, also of one that schemes.csv does not name: what points to them is right all the same.
    /// </summary>
    public static IReadOnlyList<Sourced<Concept>> Read(SeedFolder folder, IReadOnlyList<Sourced<ConceptScheme>> schemes)
    {
        var files = folder.NamesIn(Folder).Except(Others, StringComparer.Ordinal).ToList();
        foreach (var file in folder.Errors.IsCertain(SeedTargets.Schemes) ? files.Except(schemes.Select(scheme => scheme.Record.Id), StringComparer.Ordinal) : [])
        {
            folder.Errors.Unreadable(new SeedError($"{Folder}{file}.csv", 0, null, null, $"a row for '{file}' in {Folder}schemes.csv"));
        }

        foreach (var (scheme, row) in schemes.Where(scheme => !files.Contains(scheme.Record.Id, StringComparer.Ordinal)))
        {
            folder.Errors.Wrong(new SeedError(row.Table.File, row.Line, "scheme", scheme.Id, $"a file {Folder}{scheme.Id}.csv"));
            folder.Errors.Incomplete($"{Folder}{scheme.Id}.csv");
        }

        return [.. files.SelectMany(file => Terms(folder, file))];
    }

    /// <summary>Groups of terms that mean the same to a search, separated by <c>|</c>. No term may stand in two groups.</summary>
    public static IReadOnlyList<string> Synonyms(SeedFolder folder)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rows = folder.Open($"{Folder}synonyms.csv", "synonyms").Rows;
        foreach (var row in rows)
        {
            foreach (var term in row.List("terms").Where(term => !known.Add(term.Trim())))
            {
                folder.Errors.Wrong(new SeedError(row.Table.File, row.Line, "terms", term, "a term that no other group has"));
            }
        }

        return [.. rows.Select(row => row["terms"])];
    }

    private static IEnumerable<Sourced<Concept>> Terms(SeedFolder folder, string scheme) =>
        folder.Open($"{Folder}{scheme}.csv", scheme is Schemes.Competences ? "competences" : "vocabulary")
            .Rows
            .Select(row => ConceptRows.Map(scheme, row));
}
