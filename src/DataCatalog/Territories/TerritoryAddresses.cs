using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>Finds the territory of an address, by its present or old typed code.</summary>
internal sealed class TerritoryAddresses(RecordReader<Territory> territories, TerritoryIndexes indexes)
{
    /// <summary>Finds a territory by the typed code in an address.</summary>
    /// <param name="id">The typed code.</param>
    /// <param name="named">The territory; only valid when there is no problem.</param>
    /// <returns>410 for a withdrawn territory, 404 with advice for one that never existed; otherwise null.</returns>
    public ProblemHttpResult? Read(string id, out NamedTerritory named)
    {
        named = null!;
        var places = indexes.Current;
        var number = places.NumberOf(id);
        if (number is null && territories.FindTombstone(id) is { } tombstone)
        {
            return Problems.Gone("territory", tombstone);
        }

        if ((number ?? places.Resolve(id)) is not { } place || At(places, place) is not { } present)
        {
            return Problems.NotFound($"There is no territory '{Shown.Of(id)}'. {Advice(places, id)}");
        }

        named = present with { AskedId = number is null ? id : null };
        return null;
    }

    /// <summary>Returns a territory by its number; null when it was withdrawn meanwhile.</summary>
    public NamedTerritory? At(TerritoryIndex places, int number) =>
        territories.Find(places.IdOf(number)) is { } entry ? new NamedTerritory(places, number, entry, AskedId: null) : null;

    private static string Advice(TerritoryIndex places, string id) => TerritoryParameters.Nearest(places, id) is { } near
        ? $"The nearest are {near}."
        : $"Codes are typed: {string.Join(", ", Territory.Kinds.Select(kind => $"{kind}:…"))}. '/territories?q=' finds them by name.";
}

/// <summary>The territory of an address.</summary>
/// <param name="Places">The territories among which it was found.</param>
/// <param name="Number">The number of the territory in the places.</param>
/// <param name="Entry">The territory with its record dates.</param>
/// <param name="AskedId">The id in the address, when it is an old one; null otherwise.</param>
internal sealed record NamedTerritory(TerritoryIndex Places, int Number, Entry<Territory> Entry, string? AskedId);
