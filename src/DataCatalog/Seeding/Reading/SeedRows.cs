using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>Everything a seed folder holds, each record with its row.</summary>
internal sealed record SeedRows
{
    private static readonly (string Kind, string File)[] TerritoryFiles =
    [
        ("country", "countries"), ("region", "regions"), ("collectivite", "collectivites"), ("departement", "departements"),
        ("epci", "epci"), ("ept", "ept"), ("commune", "communes"), ("arrondissement-municipal", "arrondissements-municipaux"),
    ];

    public required IReadOnlyList<Sourced<ConceptScheme>> Schemes { get; init; }

    public required IReadOnlyList<Sourced<Concept>> Concepts { get; init; }

    public required IReadOnlyList<string> Synonyms { get; init; }

    public required IReadOnlyList<Sourced<Territory>> Territories { get; init; }

    public required IReadOnlyList<Sourced<Agent>> Agents { get; init; }

    public required IReadOnlyList<Sourced<DatasetSeries>> Series { get; init; }

    public required IReadOnlyList<Sourced<DataService>> Services { get; init; }

    public required IReadOnlyList<Sourced<Model>> Models { get; init; }

    public required IReadOnlyList<Sourced<Dataset>> Datasets { get; init; }

    /// <summary>Also those whose dataset does not exist.</summary>
    public required ILookup<string, Sourced<Distribution>> Distributions { get; init; }

    public static SeedRows Read(SeedFolder folder)
    {
        var distributions = Rows(folder, "distributions")
            .Select(DistributionRows.Map)
            .ToLookup(row => row.Row["dataset"], StringComparer.Ordinal);
        var schemes = folder.Open("vocabularies/schemes.csv", "schemes").Rows.Select(ConceptRows.MapScheme).ToList();
        var rows = new SeedRows
        {
            Schemes = schemes,
            Concepts = Vocabularies.Read(folder, schemes),
            Synonyms = Vocabularies.Synonyms(folder),
            Territories = [.. TerritoryFiles.SelectMany(file => TerritoriesOf(folder, file.Kind, file.File)), .. FormerCommunes(folder)],
            Agents = [.. Rows(folder, "agents").Select(AgentRows.Map)],
            Series = [.. Rows(folder, "series").Select(SeriesRows.Map)],
            Services = [.. Rows(folder, "services").Select(ServiceRows.Map)],
            Models = [.. Rows(folder, "models").Select(ModelRows.Map)],
            Datasets = [.. Rows(folder, "datasets").Select(row => DatasetRows.Map(row, distributions[row["id"]]))],
            Distributions = distributions,
        };
        folder.CheckUnknown("");
        folder.CheckUnknown("territories/");
        return rows;
    }

    public SeedContent Content() => new()
    {
        Schemes = Records(Schemes),
        Concepts = Records(Concepts),
        Synonyms = Synonyms,
        Territories = Records(Territories),
        Agents = Records(Agents),
        Series = Records(Series),
        Services = Records(Services),
        Models = Records(Models),
        Datasets = Records(Datasets),
    };

    private static IReadOnlyList<CsvRow> Rows(SeedFolder folder, string name) => folder.Open($"{name}.csv", name).Rows;

    private static IEnumerable<Sourced<Territory>> TerritoriesOf(SeedFolder folder, string kind, string file) =>
        folder.Open($"territories/{file}.csv", "territory").Rows.Select(row => TerritoryRows.Map(kind, row));

    private static IEnumerable<Sourced<Territory>> FormerCommunes(SeedFolder folder) =>
        folder.Open("territories/former-communes.csv", "former-communes").Rows.Select(TerritoryRows.MapFormer);

    private static IReadOnlyList<T> Records<T>(IReadOnlyList<Sourced<T>> rows) => [.. rows.Select(row => row.Record)];
}
