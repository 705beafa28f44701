using DataCatalog.Dcat.Records;

namespace DataCatalog.Index.Columns;

/// <summary>A property of datasets with codes as values: searches filter by it and count its values.</summary>
/// <param name="Name">The name of its query parameter; empty when it has none of its own.</param>
/// <param name="Index">Its position in <see cref="All"/> and in the packed codes.</param>
/// <param name="Scheme">The vocabulary of its codes; null when the codes are identifiers of records.</param>
/// <param name="CodesOf">Returns the codes of a dataset.</param>
internal sealed record Facet(string Name, int Index, string? Scheme, Func<DatasetFacts, IEnumerable<string>> CodesOf)
{
    public static readonly Facet Theme = new("theme", 0, Schemes.Themes, facts => facts.Themes);

    /// <summary>The competences, and the groups that contain them.</summary>
    public static readonly Facet Competence = new("competence", 1, Schemes.Competences, facts => facts.Competences);

    public static readonly Facet Publisher = new("publisher", 2, Scheme: null, facts => [facts.Publisher]);

    public static readonly Facet PublisherKind = new("publisherKind", 3, Schemes.ProducerKinds, facts => Optional(facts.PublisherKind));

    public static readonly Facet Licence = new("licence", 4, Schemes.Licences, facts => facts.Licences);

    public static readonly Facet Format = new("format", 5, Schemes.FileTypes, facts => facts.Formats);

    public static readonly Facet Access = new("access", 6, Schemes.AccessRegimes, facts => [facts.Access]);

    public static readonly Facet PersonalData = new("personalData", 7, Schemes.PersonalData, facts => Optional(facts.PersonalData));

    public static readonly Facet Granularity = new("granularity", 8, Schemes.Granularities, facts => Optional(facts.Granularity));

    public static readonly Facet Frequency = new("frequency", 9, Schemes.Frequencies, facts => Optional(facts.Frequency));

    public static readonly Facet HighValue = new("hvd", 10, Schemes.HvdCategories, facts => facts.HvdCategories);

    public static readonly Facet Relation = new("relation", 11, Schemes.Relations, facts => [facts.Relation]);

    public static readonly Facet ConformsTo = new("conformsTo", 12, Schemes.Standards, facts => facts.ConformsTo);

    /// <summary>For filters only: another parameter says how a territory is meant, and nobody reads 40,000 counts.</summary>
    public static readonly Facet Territory = new("territory", 13, Scheme: null, facts => facts.Territories);

    /// <summary>What the data do not cover of the territories.</summary>
    public static readonly Facet TerritoryExcept = new("", 14, Scheme: null, facts => facts.TerritoriesExcept);

    /// <summary>The territories of which it is not known whether the data cover them.</summary>
    public static readonly Facet TerritoryUnknown = new("", 15, Scheme: null, facts => facts.TerritoriesUnknown);

    /// <summary>All facets, in the order of their index.</summary>
    public static readonly IReadOnlyList<Facet> All =
    [
        Theme, Competence, Publisher, PublisherKind, Licence, Format, Access, PersonalData, Granularity, Frequency, HighValue, Relation,
        ConformsTo, Territory, TerritoryExcept, TerritoryUnknown,
    ];

    /// <summary>The facets whose values are counted.</summary>
    public static readonly IReadOnlyList<Facet> Counted = [.. All.Take(Territory.Index)];

    private static IEnumerable<string> Optional(string? code) => code is null ? [] : [code];
}
