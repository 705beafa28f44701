using DataCatalog.Dcat.Records;
using DataCatalog.Obligations.Judging;
using DataCatalog.Territories;

namespace DataCatalog.Obligations;

/// <summary>Says of territories that are no authorities who has the duties.</summary>
internal static class NoAuthorities
{
    /// <summary>Says that a territory is no authority; null when it is one.</summary>
    public static LanguageMap? RemarkOn(NamedTerritory named)
    {
        var name = named.Entry.Record.Name;
        return Authority.IsOf(named.Places, named.Number) ? null
            : AuthorityOf(named) is { } other
                ? LanguageMap.Of(
                    $"{name} n'a pas d'obligations propres, sauf celles qui sont listées ici : voir {NameOf(named, other)}.",
                    $"{name} has no duties of its own but those listed here: see {NameOf(named, other)}.")
                : LanguageMap.Of(
                    $"{name} n'est pas une collectivité qui aurait des obligations propres.",
                    $"{name} is no authority with duties of its own.");
    }

    /// <summary>
    /// Returns the id of the authority that has the duties: the commune that contains a part of one, or the authority that replaced a
    /// département. Null when the territory is an authority itself, or when there is none.
    /// </summary>
    public static string? AuthorityOf(NamedTerritory named) => Authority.IsOf(named.Places, named.Number) ? null
        : ReplacedDepartements.SuccessorOf(named.Places.IdOf(named.Number)) ?? named.Places.Above(named.Number)
            .Where(above => named.Places.KindOf(above) is "commune").Select(named.Places.IdOf).FirstOrDefault();

    private static string NameOf(NamedTerritory named, string id) =>
        named.Places.NumberOf(id) is { } number ? named.Places[number].Name : id;
}
