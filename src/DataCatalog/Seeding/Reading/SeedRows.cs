using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>Everything a seed folder holds, each record with its row.</summary>
internal sealed record SeedRows
{
    public required IReadOnlyList<Sourced<Catalog>> Catalog { get; init; }

    public required IReadOnlyList<Sourced<ConceptScheme>> Schemes { get; init; }

    public required IReadOnlyList<Sourced<Concept>> Concepts { get; init; }

    public required IReadOnlyList<string> Synonyms { get; init; }

    public required IReadOnlyList<Sourced<Territory>> Territories { get; init; }

    public required IReadOnlyList<Sourced<Agent>> Agents { get; init; }

    public required IReadOnlyList<Sourced<DatasetSeries>> Series { get; init; }

    public required IReadOnlyList<Sourced<DataService>> Services { get; init; }

    public required IReadOnlyList<Sourced<Model>> Models { get; init; }

    public required IReadOnlyList<Sourced<LegalRule>> Rules { get; init; }

    public required IReadOnlyList<Sourced<Dataset>> Datasets { get; init; }

    /// <summary>Also those whose dataset does not exist.</summary>
    public required ILookup<string, Sourced<Distribution>> Distributions { get; init; }

    public static SeedRows Read(SeedFolder folder)
    {
        var distributions = Rows(folder, "distributions")
            .Select(DistributionRows.Read)
            .ToLookup(row => row.Row["dataset"], StringComparer.Ordinal);
        var schemes = folder.Open(SeedTargets.Schemes, "schemes").Rows.Select(ConceptRows.ReadScheme).ToList();
        var rows = new SeedRows
        {
            Catalog = CatalogRows.Read(folder),
            Schemes = schemes,
            Concepts = Vocabularies.Read(folder, schemes),
            Synonyms = Vocabularies.Synonyms(folder),
            Territories =
            [
                .. SeedTargets.Territories.SelectMany(file => TerritoriesOf(folder, file.Kind, file.File)),
                .. FormerCommunes(folder),
            ],
            Agents = [.. Rows(folder, "agents").Select(AgentRows.Read)],
            Series = [.. Rows(folder, "series").Select(SeriesRows.Read)],
            Services = [.. Rows(folder, "services").Select(ServiceRows.Read)],
            Models = [.. Rows(folder, "models").Select(ModelRows.Read)],
            Rules = [.. Rows(folder, "rules").Select(RuleRows.Read)],
            Datasets = [.. Rows(folder, "datasets").Select(row => DatasetRows.Read(row, distributions[row["id"]]))],
            Distributions = distributions,
        };
        folder.CheckUnknown("");
        folder.CheckUnknown("territories/");
        return rows;
    }

    public SeedContent Content() => new()
    {
        Catalog = Catalog is [var row, ..] ? row.Record : null,
        Schemes = Records(Schemes),
        Concepts = Records(Concepts),
        Synonyms = Synonyms,
        Territories = Records(Territories),
        Agents = Records(Agents),
        Series = Records(Series),
        Services = Records(Services),
        Models = Records(Models),
        Rules = Records(Rules),
        Datasets = Records(Datasets),
    };

    /// <summary>The rows of a list of the content, as its name stands in paths.</summary>
    public IReadOnlyList<CsvRow> RowsOf(string list) => list switch
    {
        "schemes" => RowsOf(Schemes),
        "concepts" => RowsOf(Concepts),
        "territories" => RowsOf(Territories),
        "agents" => RowsOf(Agents),
        "series" => RowsOf(Series),
        "services" => RowsOf(Services),
        "models" => RowsOf(Models),
        "rules" => RowsOf(Rules),
        _ => RowsOf(Datasets),
    };

    /// <summary>The rows of a dataset's distributions, in the order of its record.</summary>
    public IReadOnlyList<CsvRow> PartsOf(string dataset) => [.. Distributions[dataset].Select(distribution => distribution.Row)];

    private static IReadOnlyList<CsvRow> RowsOf<T>(IReadOnlyList<Sourced<T>> rows) => [.. rows.Select(row => row.Row)];

    private static IReadOnlyList<CsvRow> Rows(SeedFolder folder, string name) => folder.Open($"{name}.csv", name).Rows;

    private static IEnumerable<Sourced<Territory>> TerritoriesOf(SeedFolder folder, string kind, string file) =>
        folder.Open($"territories/{file}.csv", kind is "epci" ? kind : "territory").Rows.Select(row => TerritoryRows.Read(kind, row));

    private static IEnumerable<Sourced<Territory>> FormerCommunes(SeedFolder folder) =>
        folder.Open("territories/former-communes.csv", "former-communes").Rows.Select(TerritoryRows.ReadFormer);

    private static IReadOnlyList<T> Records<T>(IReadOnlyList<Sourced<T>> rows) => [.. rows.Select(row => row.Record)];
}
