namespace DataCatalog.Dcat.Rules;

/// <summary>
/// What a failed rule says of its failure when an entry points to what does not exist (<c>CustomState</c>): whoever could not read all of
/// the targets holds it against nobody.
/// </summary>
/// <param name="Target">Where the target should be: <c>agents</c>, <c>vocabularies/themes</c>, <c>territories/commune</c>.</param>
public sealed record Reference(string Target)
{
    public static readonly Reference ToAgent = new("agents");

    public static readonly Reference ToService = new("services");

    public static readonly Reference ToSeries = new("series");

    public static readonly Reference ToDataset = new("datasets");

    public static Reference ToConcept(string scheme) => new($"vocabularies/{scheme}");

    /// <summary>To a territory by its typed id.</summary>
    public static Reference ToTerritory(string? id) => new($"territories/{id?.Split(':')[0]}");
}
