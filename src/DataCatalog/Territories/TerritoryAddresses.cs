using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>Finds the territory that an address names, by its typed code or an old one.</summary>
internal sealed class TerritoryAddresses(RecordReader<Territory> territories, TerritoryMaps maps)
{
    /// <summary>Reads the typed code of an address.</summary>
    /// <param name="id">The typed code.</param>
    /// <param name="named">The territory; meaningless when there is a problem.</param>
    /// <returns>410 for what was withdrawn, 404 with advice for what never was; null when the territory is there.</returns>
    public ProblemHttpResult? Read(string id, out NamedTerritory named)
    {
        named = null!;
        var map = maps.Current;
        var number = map.NumberOf(id);
        if (number is null && territories.FindTombstone(id) is { } tombstone)
        {
            return Problems.Gone("territory", tombstone);
        }

        if ((number ?? map.Resolve(id)) is not { } place || territories.Find(map.IdOf(place)) is not { } entry)
        {
            return Problems.NotFound($"There is no territory '{Shown.Of(id)}'. {Advice(map, id)}");
        }

        named = new NamedTerritory(map, place, entry, number is null ? id : null);
        return null;
    }

    private static string Advice(TerritoryMap map, string id) => TerritoryParameters.Nearest(map, id) is { } near
        ? $"The nearest are {near}."
        : $"Codes are typed: {string.Join(", ", Territory.Kinds.Select(kind => $"{kind}:…"))}. '/territories?q=' finds them by name.";
}

/// <summary>The territory that an address names.</summary>
/// <param name="Map">All territories at that moment.</param>
/// <param name="Number">Its number among them.</param>
/// <param name="Entry">The territory.</param>
/// <param name="AskedId">The id that was asked for, when its code is an old one; null otherwise.</param>
internal sealed record NamedTerritory(TerritoryMap Map, int Number, Entry<Territory> Entry, string? AskedId);
