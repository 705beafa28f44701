using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>The kinds of record: the names of their tables and of their rows in the change log.</summary>
internal static class Kinds
{
    public const string Agent = "agent";

    /// <summary>The catalogue itself. It has no table: a setting holds it (<see cref="CatalogSetting"/>).</summary>
    public const string Catalog = "catalog";

    public const string Concept = "concept";
    public const string Dataset = "dataset";
    public const string Model = "model";
    public const string Rule = "rule";
    public const string Scheme = "scheme";
    public const string Series = "series";
    public const string Service = "service";
    public const string Territory = "territory";

    /// <summary>
    /// The synonyms of the search, all of them together. They are no records: the change log has them, and nobody is shown their changes.
    /// </summary>
    public const string Synonyms = "synonyms";

    /// <summary>
    /// The kinds that other records' documents repeat in part (names, labels, titles): their changes raise the reference revision.
    /// </summary>
    public static readonly IReadOnlyList<string> References = [Agent, Catalog, Concept, Model, Scheme, Series, Service, Territory];

    /// <summary>The kind of a type of record.</summary>
    public static string Of<T>()
        where T : IRecord => Of(typeof(T));

    /// <summary>The kind of a record.</summary>
    public static string Of(IRecord record) => Of(record.GetType());

    private static string Of(Type type) => type.Name switch
    {
        nameof(Dcat.Records.Agent) => Agent,
        nameof(Dcat.Records.Concept) => Concept,
        nameof(ConceptScheme) => Scheme,
        nameof(Dcat.Records.Dataset) => Dataset,
        nameof(DatasetSeries) => Series,
        nameof(DataService) => Service,
        nameof(Dcat.Records.Model) => Model,
        nameof(LegalRule) => Rule,
        nameof(Dcat.Records.Territory) => Territory,
        var other => throw new NotSupportedException($"{other} is no kind of record."),
    };
}
