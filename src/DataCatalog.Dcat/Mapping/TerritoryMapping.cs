using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// What the catalogue knows about the data of a territory: by competence, and for each model of what a local authority is expected to
/// produce. It describes the catalogue, and never states that an authority lacks something.
/// </summary>
/// <param name="Address">The document's own address.</param>
/// <param name="Territory">The territory.</param>
/// <param name="Datasets">All datasets for the territory.</param>
/// <param name="Groups">The groups of competences, each with its competences.</param>
/// <param name="Obligations">Models with an obligation behind them; none where the territory is no authority.</param>
/// <param name="GoodPractices">Models without an obligation. They count in no total.</param>
public sealed record TerritoryMapping(
    Iri Address,
    Territory Territory,
    DatasetsInReach Datasets,
    IReadOnlyList<CompetenceMapping> Groups,
    IReadOnlyList<Assessment> Obligations,
    IReadOnlyList<Assessment> GoodPractices)
{
    /// <summary>The old code that was asked for; null when it was the present one.</summary>
    public string? ResolvedFrom { get; init; }

    /// <summary>Why there are no obligations, where the territory is no authority.</summary>
    public LanguageMap? Note { get; init; }

    /// <summary>
    /// The mapping of the authority that has the obligations, where the territory is no authority; null where there is none.
    /// </summary>
    public Iri? Authority { get; init; }

    /// <summary>How many obligations have each status, in the order of the statuses; none where the territory is no authority.</summary>
    public IReadOnlyList<StatusCount> Totals { get; init; } = [];

    /// <summary>
    /// 100 × (found + covered nationally) / (found + covered nationally + not found), rounded down; null when none of these three statuses
    /// occurs. Obligations that do not apply, or for which this cannot be told, are in neither number.
    /// </summary>
    public int? CoveragePercent { get; init; }
}

/// <summary>How many datasets there are for a territory, with the searches that list them.</summary>
/// <param name="Own">The number of datasets that local authorities produce and that name this very territory.</param>
/// <param name="Others">The number of other datasets that cover it.</param>
/// <param name="OwnAddress">The search for its own datasets.</param>
/// <param name="CoveringAddress">The search for all datasets that cover it.</param>
/// <param name="FirstOwn">A few of its own datasets.</param>
/// <param name="FirstOthers">A few of the other datasets.</param>
public sealed record DatasetsInReach(
    int Own,
    int Others,
    Iri OwnAddress,
    Iri CoveringAddress,
    IReadOnlyList<NamedDataset> FirstOwn,
    IReadOnlyList<NamedDataset> FirstOthers);

/// <summary>A dataset by its title in French.</summary>
public sealed record NamedDataset(string Id, string Title);

/// <summary>What the catalogue has for a competence or a group of competences.</summary>
/// <param name="Concept">The competence.</param>
/// <param name="Datasets">The datasets of the competence.</param>
/// <param name="UsualHolder">Who usually holds it, in words; null for a group.</param>
/// <param name="Models">The ids of the models that concern it.</param>
/// <param name="Narrower">The competences of a group.</param>
public sealed record CompetenceMapping(
    Concept Concept,
    DatasetsInReach Datasets,
    LanguageMap? UsualHolder,
    IReadOnlyList<string> Models,
    IReadOnlyList<CompetenceMapping> Narrower);

/// <summary>What the catalogue can tell about one model for one territory.</summary>
/// <param name="Model">The model.</param>
/// <param name="Status">The code of the status.</param>
/// <param name="Explanation">The reason for the status, in words.</param>
public sealed record Assessment(Model Model, string Status, LanguageMap Explanation)
{
    /// <summary>Datasets that follow the model's schema: the territory's own, then those of others.</summary>
    public IReadOnlyList<NamedDataset> Answers { get; init; } = [];

    /// <summary>The territory's own datasets of the same competence that name no schema: they may answer.</summary>
    public IReadOnlyList<NamedDataset> Candidates { get; init; } = [];

    /// <summary>Another commune that publishes what the model asks for.</summary>
    public PublicationExample? Example { get; init; }
}

/// <summary>A commune that publishes what a model asks for.</summary>
/// <param name="Dataset">What it publishes.</param>
/// <param name="Territory">The commune's id.</param>
public sealed record PublicationExample(NamedDataset Dataset, string Territory);

/// <summary>How many obligations have a status.</summary>
public sealed record StatusCount(string Status, LanguageMap Label, int Count);
