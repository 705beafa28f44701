using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>
/// Finds the typed ids that a value of a filter may mean: an id, what answers publish for a territory (its address here, its official IRIs,
/// its code without its kind), and codes whose first zero a spreadsheet has dropped.
/// </summary>
/// <param name="places">The territories.</param>
/// <param name="codes">Finds territories by codes.</param>
/// <param name="iris">The addresses of this catalogue; null where no address is read.</param>
internal sealed class TerritoryKeys(PlaceColumns places, CodeIndex codes, CatalogIris? iris)
{
    /// <summary>The kinds whose official IRIs are those of INSEE, made of their codes.</summary>
    private static readonly string[] InseeKinds = ["commune", "departement", "region"];

    private readonly string? _own = iris is null ? null : AddressKey.Of(iris.Territory("x").Value)![..^1];

    /// <summary>Lists the ids that a text may mean: one where it is clear, several where it is not.</summary>
    public IReadOnlyList<string> IdsOf(string text)
    {
        var asked = text.Trim();
        return AddressKey.Of(asked) is { } address ? OfAddress(address)
            : asked.Contains(':', StringComparison.Ordinal) ? [Known(asked) ?? Known(WithZero(asked)) ?? Known(InUsualCase(asked)) ?? asked]
            : OfCode(asked);
    }

    /// <summary>Returns the address of a territory that INSEE makes of its code, as a key; null for other kinds.</summary>
    public static string? InseeKey(string id) =>
        id.Split(':') is [var kind, var code] && InseeKinds.Contains(kind, StringComparer.Ordinal)
            ? $"id.insee.fr/geo/{kind}/{code}"
            : null;

    private string[] OfAddress(string address)
    {
        if (_own is not null && address.StartsWith(_own, StringComparison.Ordinal))
        {
            return [address[_own.Length..]];
        }

        return places.ByOfficialIri.TryGetValue(address, out var place) ? [places.Ids[place]]
            : InseeKinds.Select(kind => (Kind: kind, Start: $"id.insee.fr/geo/{kind}/"))
                .Where(kind => address.StartsWith(kind.Start, StringComparison.Ordinal))
                .Select(kind => $"{kind.Kind}:{address[kind.Start.Length..]}")
                .ToArray();
    }

    /// <summary>
    /// Finds a code without its kind. Old codes and postcodes count too: digits that are the code of one commune and the postcode of
    /// another are not clear.
    /// </summary>
    private string[] OfCode(string text)
    {
        var code = WithZero($":{text}") is { } completed ? completed[1..] : text;
        var ids = Territory.Kinds
            .Select(kind => InUsualCase(kind, code)).OfType<string>().ToList();
        var owners = ids.Count > 0 && CodeIndex.PostcodeOf(code) is { } postcode
            ? codes.WithPostcode(postcode).ToArray().Select(place => places.Ids[place])
            : [];
        return [.. ids.Union(owners, StringComparer.Ordinal)];
    }

    private string? Known(string? id) => id is not null && (places.NumberOf(id) is not null || places.OldIds.Contains(id)) ? id : null;

    /// <summary>Finds an id whose kind and code are in another case: codes have capitals, those of country subsets none.</summary>
    private string? InUsualCase(string text)
    {
        var parts = text.Split(':', 2);
        var kind = Territory.Kinds.FirstOrDefault(kind => string.Equals(kind, parts[0], StringComparison.OrdinalIgnoreCase));
        return kind is null ? null : InUsualCase(kind, parts[1]);
    }

    private string? InUsualCase(string kind, string code) => Known($"{kind}:{code}") ?? Known($"{kind}:{code.ToUpperInvariant()}")
        ?? (kind is "country-subset" ? SubsetOf($"{kind}:{code}") : null);

    private string? SubsetOf(string id) => places.BeginningWith("country-subset:").Select(place => places.Ids[place])
        .FirstOrDefault(subset => string.Equals(subset, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Completes the code of a commune that a spreadsheet has taken for a number: <c>commune:1001</c>.</summary>
    private static string? WithZero(string text) =>
        text.Split(':', 2) is ["" or "commune", { Length: 4 } code] && code.All(char.IsAsciiDigit)
            ? $"{text[..^4]}0{code}"
            : null;
}
