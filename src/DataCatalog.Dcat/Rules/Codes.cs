using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on references to other records. Null passes each of them: the fact is not known.</summary>
public static class Codes
{
    private const int MostAgents = 3;

    /// <summary>Requires a code of a vocabulary. The message names the nearest ones.</summary>
    public static void CodeOf<T>(this IRuleBuilder<T, string?> rule, string scheme, IReferences references) => rule
        .Must(code => code is null || references.FindConcept(scheme, code) is not null)
        .WithMessage((_, code) => Expected(scheme, code!, references))
        .WithState((_, _) => Reference.ToConcept(scheme));

    /// <summary>Requires one of a few fixed words.</summary>
    public static void OneOf<T>(this IRuleBuilder<T, string?> rule, IReadOnlyList<string> words) => rule
        .Must(word => word is null || words.Contains(word, StringComparer.Ordinal))
        .WithMessage($"one of {string.Join(", ", words.Select(word => $"'{word}'"))}");

    public static void AgentId<T>(this IRuleBuilder<T, string?> rule, IReferences references) => rule
        .Must(id => id is null || references.FindAgent(id) is not null)
        .WithMessage((_, id) => $"the id of an agent (/agents){Quoted(EditDistance.Meant(id!, references.AgentIds, MostAgents))}")
        .WithState((_, _) => Reference.ToAgent);

    public static void ServiceId<T>(this IRuleBuilder<T, string?> rule, IReferences references) => rule
        .Must(id => id is null || references.FindService(id) is not null)
        .WithMessage("the id of a service (/services)")
        .WithState((_, _) => Reference.ToService);

    public static void SeriesId<T>(this IRuleBuilder<T, string?> rule, IReferences references) => rule
        .Must(id => id is null || references.FindSeries(id) is not null)
        .WithMessage("the id of a series (/series)")
        .WithState((_, _) => Reference.ToSeries);

    public static void ModelId<T>(this IRuleBuilder<T, string?> rule, IReferences references) => rule
        .Must(id => id is null || references.FindModel(id) is not null)
        .WithMessage("the id of a model (/models)")
        .WithState((_, _) => Reference.ToModel);

    public static void DatasetId<T>(this IRuleBuilder<T, string?> rule, IReferences references) => rule
        .Must(id => id is null || references.HasDataset(id))
        .WithMessage("the id of a dataset (/datasets)")
        .WithState((_, _) => Reference.ToDataset);

    public static void TerritoryId<T>(this IRuleBuilder<T, string?> rule, IReferences references) => rule
        .Must(id => id is null || references.FindTerritory(id) is not null)
        .WithMessage((_, id) => $"the typed code of a territory, such as commune:35238 (/territories){Near(id, references)}")
        .WithState((_, id) => Reference.ToTerritory(id));

    /// <summary>Names the territories nearest to an id that no territory has, after a semicolon; empty when none is near.</summary>
    internal static string Near(string? id, IReferences references) =>
        id is not null && references.NearestTerritories(id) is { } near ? $"; the nearest: {near}" : "";

    private static string Quoted(IReadOnlyList<string> nearest) =>
        nearest.Count > 0 ? $"; the nearest: {string.Join(", ", nearest.Select(id => $"'{id}'"))}" : "";

    private static string Expected(string scheme, string code, IReferences references)
    {
        var nearest = CodeHints.Nearest(code, scheme, references);
        return $"a code of /vocabularies/{scheme}" + (nearest.Length > 0 ? $"; the nearest: {nearest}" : ", which has none");
    }
}
