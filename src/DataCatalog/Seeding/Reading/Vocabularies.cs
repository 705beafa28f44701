using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>Reads the files of <c>vocabularies/</c>: one for each row of schemes.csv, and the search synonyms.</summary>
internal static class Vocabularies
{
    private const string Folder = "vocabularies/";

    private static readonly string[] Others = ["schemes", "synonyms"];

    /// <summary>
    /// Reads the terms of every file, even of a file that schemes.csv does not name, so that references into it are not reported.
    /// </summary>
    public static IReadOnlyList<Sourced<Concept>> Read(SeedFolder folder, IReadOnlyList<Sourced<ConceptScheme>> schemes)
    {
        var files = folder.NamesIn(Folder).Except(Others, StringComparer.Ordinal).ToList();
        var unnamed = files.Except(schemes.Select(scheme => scheme.Record.Id), StringComparer.Ordinal);
        foreach (var file in folder.Errors.IsCertain(SeedTargets.Schemes) ? unnamed : [])
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

    /// <summary>Returns groups of terms with one meaning for the search, separated by <c>|</c>. A term may be in one group only.</summary>
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
        folder.Open($"{Folder}{scheme}.csv", scheme is Schemes.Competences or Schemes.Licences or Schemes.Platforms ? scheme : "vocabulary")
            .Rows
            .Select(row => ConceptRows.Read(scheme, row));
}
