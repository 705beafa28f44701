using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// What the catalogue knows about the duties and the data of a territory. It describes the catalogue, and never states that an authority
/// lacks something.
/// </summary>
/// <param name="Address">The document's own address.</param>
/// <param name="Territory">The territory.</param>
/// <param name="Duties">The rules that apply, and those for which nobody here can tell; only those that ask for something.</param>
/// <param name="Rights">The rules that let the authority ask for something.</param>
/// <param name="Questions">The conditions on which further rules depend.</param>
/// <param name="Totals">How many rules have each answer.</param>
/// <param name="Datasets">All datasets for the territory.</param>
/// <param name="Groups">The groups of competences, each with its competences.</param>
public sealed record TerritoryMapping(
    Iri Address,
    Territory Territory,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<Duty> Rights,
    IReadOnlyList<AskedCondition> Questions,
    IReadOnlyList<AnswerCount> Totals,
    DatasetsInReach Datasets,
    IReadOnlyList<CompetenceMapping> Groups)
{
    /// <summary>The old code that was asked for; null when it was the present one.</summary>
    public string? ResolvedFrom { get; init; }

    /// <summary>What the request says about the authority.</summary>
    public required Said Said { get; init; }

    /// <summary>Whether the mapping is of one competence or group, which shows more of it.</summary>
    public bool IsOfCompetence { get; init; }

    /// <summary>Why there are few duties, where the territory is no authority.</summary>
    public LanguageMap? Note { get; init; }

    /// <summary>
    /// The mapping of the authority that has the duties, where the territory is no authority; null where there is none.
    /// </summary>
    public Iri? Authority { get; init; }
}

/// <summary>What a request says about an authority: the answer repeats it.</summary>
/// <param name="Staff">In full-time equivalents; null when the request does not say.</param>
/// <param name="Has">The codes of the conditions that are true of it.</param>
/// <param name="HasNot">The codes of the conditions that are not.</param>
public sealed record Said(int? Staff, IReadOnlyList<string> Has, IReadOnlyList<string> HasNot);

/// <summary>A question that only the authority can answer.</summary>
/// <param name="Condition">The code of the condition, or <c>staff</c>.</param>
/// <param name="Question">The question in words.</param>
/// <param name="Address">The list of the rules that depend on it.</param>
/// <param name="Count">How many rules depend on it.</param>
public sealed record AskedCondition(string Condition, LanguageMap Question, Iri Address, int Count);

/// <summary>A rule as it concerns one territory: three facts that are kept apart.</summary>
/// <param name="Address">The address at which all of it is said.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">Whether it applies: <c>yes</c>, <c>only-if</c>, <c>undetermined</c> or <c>no</c>.</param>
/// <param name="Seen">What this catalogue sees of it.</param>
/// <param name="Next">What to do next.</param>
public sealed record Duty(Iri Address, LegalRule Rule, string Applies, Sighting Seen, NextStep Next)
{
    /// <summary>The code of the reason, for <c>no</c> and <c>undetermined</c>.</summary>
    public string? Because { get; init; }

    /// <summary>The reason in words.</summary>
    public LanguageMap? Why { get; init; }

    /// <summary>The codes of the conditions that nobody has answered.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>The staff from which it applies, when nobody has said the staff.</summary>
    public int? AskedStaff { get; init; }
}

/// <summary>What this catalogue sees of a rule for a territory. It sees what it knows of, and no more.</summary>
/// <param name="Code">One of the constants.</param>
public sealed record Sighting(string Code)
{
    public const string Published = "published";
    public const string ShownNationally = "shown-nationally";
    public const string Nothing = "nothing-seen";

    /// <summary>The codes: data of the authority are published; a national dataset shows such data; nothing was seen.</summary>
    public static readonly IReadOnlyList<string> Codes = [Published, ShownNationally, Nothing];

    /// <summary>The datasets that the authority itself publishes.</summary>
    public IReadOnlyList<NamedDataset> Own { get; init; } = [];

    /// <summary>The datasets that another authority publishes, which holds the competence.</summary>
    public IReadOnlyList<NamedDataset> OfHolder { get; init; } = [];

    /// <summary>The id of that authority; null when there is none.</summary>
    public string? Holder { get; init; }

    /// <summary>National datasets that show such data. Whether the authority's own are in them has not been checked.</summary>
    public IReadOnlyList<NamedDataset> National { get; init; } = [];
}

/// <summary>What to do next about a rule, besides what the rule itself says.</summary>
/// <param name="DueDay">The next day on which it is due, for a rule with a day of each year.</param>
/// <param name="CheckAddress">The address at which anyone can see what this authority has done.</param>
/// <param name="Example">Another authority of the same kind that did it.</param>
public sealed record NextStep(DateOnly? DueDay, string? CheckAddress, PublicationExample? Example);

/// <summary>The datasets for a territory. Those that it publishes itself, or that the holder of a competence has, are said apart.</summary>
/// <param name="Own">Datasets that local authorities produce and that name this very territory.</param>
/// <param name="Covering">All datasets that cover it, its own included; the few that are named are not its own.</param>
public sealed record DatasetsInReach(DatasetList Own, DatasetList Covering)
{
    /// <summary>Datasets that the authority itself publishes, about any place; null when it is no publisher here.</summary>
    public DatasetList? Published { get; init; }

    /// <summary>
    /// Datasets that name the intermunicipal body that holds the competence in place of the commune; null where there is none.
    /// </summary>
    public DatasetList? OfHolder { get; init; }

    /// <summary>The id of that body.</summary>
    public string? Holder { get; init; }

    /// <summary>The few that are named, the authority's own first.</summary>
    public IEnumerable<NamedDataset> First => Own.First
        .Concat(Published?.First ?? []).Concat(OfHolder?.First ?? []).Concat(Covering.First).Distinct();
}

/// <summary>A search for datasets, with a few of its answers.</summary>
/// <param name="Address">The search.</param>
/// <param name="Total">How many there are.</param>
/// <param name="First">A few of them.</param>
public sealed record DatasetList(Iri Address, int Total, IReadOnlyList<NamedDataset> First);

/// <summary>A dataset by its title in French.</summary>
public sealed record NamedDataset(string Id, string Title);

/// <summary>What the catalogue has for a competence or a group of competences.</summary>
/// <param name="Address">The mapping of this competence alone.</param>
/// <param name="Concept">The competence.</param>
/// <param name="Datasets">The datasets of the competence.</param>
/// <param name="UsualHolder">Who usually holds it, in words; null for a group.</param>
/// <param name="Narrower">The competences of a group.</param>
public sealed record CompetenceMapping(
    Iri Address, Concept Concept, DatasetsInReach Datasets, LanguageMap? UsualHolder, IReadOnlyList<CompetenceMapping> Narrower);

/// <summary>An authority that publishes what a rule asks for.</summary>
/// <param name="Dataset">What it publishes.</param>
/// <param name="Territory">The authority's territory.</param>
public sealed record PublicationExample(NamedDataset Dataset, string Territory);

/// <summary>How many rules have an answer.</summary>
public sealed record AnswerCount(string Answer, LanguageMap Label, int Count);
