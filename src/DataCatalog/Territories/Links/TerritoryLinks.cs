using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Territories.Holders;

namespace DataCatalog.Territories.Links;

/// <summary>Fills the address templates of distributions for one territory.</summary>
/// <param name="places">The territories.</param>
/// <param name="territory">The number of the territory.</param>
/// <param name="competence">Finds a competence by its code.</param>
internal sealed class TerritoryLinks(TerritoryIndex places, int territory, Func<string, Concept?> competence)
{
    /// <summary>Makes the links of a territory with the competences of the catalogue.</summary>
    public static TerritoryLinks For(ReferenceSnapshot known, TerritoryIndex places, int territory) =>
        new(places, territory, code => known.FindConcept(Schemes.Competences, code));

    /// <summary>The typed id of the territory.</summary>
    public string Territory => places.IdOf(territory);

    private readonly IReadOnlyList<int> _above = places.Above(territory);

    /// <summary>
    /// Lists the addresses of the data of the territory, or of those that contain it, nearest first; of one kind of territory at a time.
    /// Nothing is listed for smaller territories, but for the arrondissements of a commune that the template excepts.
    /// </summary>
    public IReadOnlyList<ReadyLink> Of(Distribution distribution) => distribution.Template is not { } template ? [] :
    [
        .. from place in PlacesOf(template)
           let holding = HoldingOf(template, place)
           where holding is not CompetenceHolding.Elsewhere
           let address = new AddressVariables(places, place).Fill(template.Address)
           where address is not null
           select new ReadyLink(address, places.IdOf(place), places[place].Name)
           {
               Limit = template.Limit,
               Condition = holding is CompetenceHolding.Held ? null : Condition(template, place),
           },
    ];

    /// <summary>
    /// Lists the territories whose codes fill a template. Of a commune and the part of it that was asked for, the nearest has the data.
    /// </summary>
    private List<int> PlacesOf(AddressTemplate template)
    {
        var fitting = _above.Where(place => IsOf(template, place) && !IsExcepted(template, place)).ToLookup(IsMunicipal);
        List<int> nearest = [.. fitting[true].Take(1)];
        return [.. nearest, .. fitting[false], .. nearest.Count > 0 ? [] : ArrondissementsOf(template)];
    }

    /// <summary>Lists the arrondissements of a commune that a template excepts: they have data in its place.</summary>
    private IEnumerable<int> ArrondissementsOf(AddressTemplate template) => _above
        .Where(place => places.KindOf(place) is "commune" && places.KindOf(territory) is not "arrondissement-municipal")
        .Where(commune => IsOf(template, commune))
        .SelectMany(places.Below)
        .Where(place => places.KindOf(place) is "arrondissement-municipal" && IsOf(template, place) && !IsExcepted(template, place));

    private bool IsMunicipal(int place) => AddressTemplate.IsMunicipal(places.KindOf(place));

    private bool IsOf(AddressTemplate template, int place) => template.Levels.Contains(places.KindOf(place), StringComparer.Ordinal);

    /// <summary>
    /// Whether a template excepts a territory: by its own id, or by that of one of a larger kind that contains it. A commune excepted as a
    /// level does not except its arrondissements.
    /// </summary>
    private bool IsExcepted(AddressTemplate template, int place) => places.Above(place).Any(around =>
        (around == place || !IsOf(template, around)) && template.Except.Contains(places.IdOf(around), StringComparer.Ordinal));

    /// <summary>Tells how the authority of a territory holds the competence of a template; all of them do where it names none.</summary>
    private CompetenceHolding HoldingOf(AddressTemplate template, int place) =>
        template.Competence is null ? CompetenceHolding.Held
        : competence(template.Competence) is { } known ? CompetenceHoldings.Of(known, Holder.Of(places, place))
        : CompetenceHolding.Unknown;

    private LanguageMap Condition(AddressTemplate template, int place)
    {
        var label = competence(template.Competence!)?.Label;
        var name = places[place].Name;
        return LanguageMap.Of(
            $"seulement si {name} exerce la compétence « {label?["fr"]} », ce que ce catalogue ne sait pas",
            $"only if {name} holds the competence '{label?["en"] ?? label?["fr"]}', which this catalogue does not know");
    }
}
