namespace DataCatalog.Storage;

/// <summary>Some of the records of a kind.</summary>
/// <param name="Condition">SQL on the table <c>t</c> that holds for them; it names its parameters.</param>
/// <param name="Parameters">The values of the parameters.</param>
internal sealed record Selection(string Condition, IReadOnlyDictionary<string, object> Parameters)
{
    public static readonly Selection Everything = new("true", new Dictionary<string, object>(StringComparer.Ordinal));
}
