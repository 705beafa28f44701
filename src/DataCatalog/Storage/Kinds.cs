namespace DataCatalog.Storage;

/// <summary>The kinds of record: the names of their tables and of their rows in the change log.</summary>
internal static class Kinds
{
    public const string Agent = "agent";
    public const string Concept = "concept";
    public const string Dataset = "dataset";
    public const string Model = "model";
    public const string Scheme = "scheme";
    public const string Series = "series";
    public const string Service = "service";
    public const string Territory = "territory";

    /// <summary>
    /// The kinds that other records' documents repeat in part (names, labels, titles): their changes raise the reference revision.
    /// </summary>
    public static readonly IReadOnlyList<string> References = [Agent, Concept, Scheme, Series, Service, Territory];
}
