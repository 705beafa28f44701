using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// What the catalogue knows of the data of a territory: by competence, and for each model of what a local authority is expected to
/// produce. It speaks of the catalogue and never says that an authority lacks something.
/// </summary>
/// <param name="Address">The document's own address.</param>
/// <param name="Territory">What it is about.</param>
/// <param name="Datasets">All that it counts.</param>
/// <param name="Groups">The groups of competences, each with its competences.</param>
/// <param name="Obligations">Models with an obligation behind them; none where the territory is no authority.</param>
/// <param name="GoodPractices">Models without one. They count in no total.</param>
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

    /// <summary>The mapping of the authority that has them, in that case; null where there is none.</summary>
    public Iri? Authority { get; init; }

    /// <summary>How many obligations have each status, in the order of the statuses; none where the territory is no authority.</summary>
    public IReadOnlyList<StatusCount> Totals { get; init; } = [];

    /// <summary>
    /// 100 × (found + covered nationally) / (found + covered nationally + not found), rounded down; null when none of these three statuses
    /// occurs. Obligations that do not apply, or of which it cannot be told, are in neither number.
    /// </summary>
    public int? CoveragePercent { get; init; }
}

/// <summary>How many datasets there are for a territory, with the searches that list them.</summary>
/// <param name="Own">How many local authorities produce that name this very territory.</param>
/// <param name="Others">How many others cover it.</param>
/// <param name="OwnAddress">The search for the former.</param>
/// <param name="CoveringAddress">The search for both.</param>
/// <param name="FirstOwn">A few of its own.</param>
/// <param name="FirstOthers">A few of the others.</param>
public sealed record DatasetsInReach(
    int Own, int Others, Iri OwnAddress, Iri CoveringAddress, IReadOnlyList<NamedDataset> FirstOwn, IReadOnlyList<NamedDataset> FirstOthers);

/// <summary>A dataset by its title in French.</summary>
public sealed record NamedDataset(string Id, string Title);

/// <summary>What there is for a competence or a group of them.</summary>
/// <param name="Concept">The competence.</param>
/// <param name="Datasets">The datasets of this subject.</param>
/// <param name="UsualHolder">Who usually holds it, in words; null for a group.</param>
/// <param name="Models">The ids of the models that concern it.</param>
/// <param name="Narrower">The competences of a group.</param>
public sealed record CompetenceMapping(
    Concept Concept, DatasetsInReach Datasets, LanguageMap? UsualHolder, IReadOnlyList<string> Models, IReadOnlyList<CompetenceMapping> Narrower);

/// <summary>What the catalogue can tell of one model for one territory.</summary>
/// <param name="Model">The model.</param>
/// <param name="Status">The status's code.</param>
/// <param name="Explanation">Why it is so, in words.</param>
public sealed record Assessment(Model Model, string Status, LanguageMap Explanation)
{
    /// <summary>Datasets that follow the model's schema: the territory's own, then those of others.</summary>
    public IReadOnlyList<NamedDataset> Answers { get; init; } = [];

    /// <summary>The territory's own datasets of the same competence that name no schema: they may answer.</summary>
    public IReadOnlyList<NamedDataset> Candidates { get; init; } = [];

    /// <summary>Another commune that did it.</summary>
    public PublicationExample? Example { get; init; }
}

/// <summary>A commune that publishes what a model asks for.</summary>
/// <param name="Dataset">What it publishes.</param>
/// <param name="Territory">The commune's id.</param>
public sealed record PublicationExample(NamedDataset Dataset, string Territory);

/// <summary>How many obligations have a status.</summary>
public sealed record StatusCount(string Status, LanguageMap Label, int Count);
