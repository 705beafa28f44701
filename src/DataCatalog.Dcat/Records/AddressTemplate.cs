namespace DataCatalog.Dcat.Records;

/// <summary>The address of the data of one territory, where the producer documents such an address.</summary>
/// <param name="Address">
/// A URI template (RFC 6570) in which <see cref="UrlTemplates.Variables"/> stand for the codes of a territory.
/// </param>
public sealed record AddressTemplate(string Address)
{
    /// <summary>The kinds of territory whose code fills the address: some of <see cref="KnownLevels"/>.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>
    /// The typed ids of the territories for which the address has nothing although the level fits. One of a larger kind than the levels
    /// stands for all within it.
    /// </summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>The number of records of the first page, where the address returns no more of them.</summary>
    public int? Limit { get; init; }

    /// <summary>The competence whose holder alone has data at the address.</summary>
    [CodeOf(Schemes.Competences)]
    public string? Competence { get; init; }

    /// <summary>The kinds of territory that have a code of their own in an address.</summary>
    public static readonly IReadOnlyList<string> KnownLevels =
        ["commune", "arrondissement-municipal", "former-commune", "epci", "ept", "departement", "region", "collectivite"];

    /// <summary>The kinds among which a competence has its holder, as far as records of competences tell.</summary>
    public static readonly IReadOnlyList<string> HolderLevels = ["commune", "epci", "ept"];

    /// <summary>Lists the levels at which a territory has a code for every variable of an address.</summary>
    public static IReadOnlyList<string> LevelsFor(string address)
    {
        var variables = UrlTemplates.NamesIn(address).ToHashSet(StringComparer.Ordinal);
        return [.. KnownLevels.Where(level =>
            variables.Any(variable => IsOwn(variable, level))
            && variables.All(variable => IsOwn(variable, level) || IsAround(variable, level)))];
    }

    /// <summary>Whether a kind of territory is a commune or a part of one: these have INSEE codes of the same form.</summary>
    public static bool IsMunicipal(string kind) => kind is "commune" or "arrondissement-municipal" or "former-commune";

    /// <summary>
    /// Returns the template of an address that was stored without its levels: every kind that has a SIREN, and otherwise the first level
    /// that fits.
    /// </summary>
    internal static AddressTemplate WithoutLevels(string address) => new(address)
    {
        Levels = LevelsFor(address) is ["commune", "epci", "ept"] groupings ? groupings : [.. LevelsFor(address).Take(1)],
    };

    /// <summary>Whether the territories of a level have the code of a variable themselves.</summary>
    private static bool IsOwn(string variable, string level) => variable switch
    {
        "insee" => IsMunicipal(level),
        "siren" => level is "commune" or "epci" or "ept",
        "departement" => level is "departement" or "collectivite",
        _ => level is "region",
    };

    /// <summary>Whether each territory of a level lies in one that has the code of a variable.</summary>
    private static bool IsAround(string variable, string level) => variable switch
    {
        "departement" => IsMunicipal(level),
        "region" => IsMunicipal(level) || level is "departement",
        _ => false,
    };
}
