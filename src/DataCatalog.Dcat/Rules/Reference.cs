namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Marks a failure (<c>CustomState</c>) that comes from a reference to a record that does not exist. A caller that could not read all such
/// records cannot know that, and drops the failure.
/// </summary>
/// <param name="Target">Where the target should be: <c>agents</c>, <c>vocabularies/themes</c>, <c>territories/commune</c>.</param>
public sealed record Reference(string Target)
{
    public static readonly Reference ToAgent = new("agents");

    public static readonly Reference ToService = new("services");

    public static readonly Reference ToSeries = new("series");

    public static readonly Reference ToDataset = new("datasets");

    public static readonly Reference ToModel = new("models");

    public static Reference ToConcept(string scheme) => new($"vocabularies/{scheme}");

    /// <summary>Marks a reference to a territory by its typed id.</summary>
    public static Reference ToTerritory(string? id) => new($"territories/{id?.Split(':')[0]}");
}
