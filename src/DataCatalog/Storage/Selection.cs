namespace DataCatalog.Storage;

/// <summary>A condition that selects some records of a kind.</summary>
/// <param name="Condition">The condition in SQL on the table <c>t</c>; it names its parameters.</param>
/// <param name="Parameters">The values of the parameters.</param>
internal sealed record Selection(string Condition, IReadOnlyDictionary<string, object> Parameters)
{
    public static readonly Selection Everything = new("true", new Dictionary<string, object>(StringComparer.Ordinal));
}
