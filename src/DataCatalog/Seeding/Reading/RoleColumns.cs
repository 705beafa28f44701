using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// The columns of vocabularies/competences.csv that say who holds a competence. One column speaks for several kinds of authority, unless
/// the kind has a cell of its own: <c>epci_role</c> for all but the Métropole du Grand Paris, <c>metro_role</c> for all métropoles.
/// </summary>
internal static partial class RoleColumns
{
    private const string Commune = "commune";
    private const string Epci = "epci";

    /// <summary>
    /// The kinds of authority in the order of <see cref="HolderRole.Holders"/>, with the columns of their role: the first cell that is not
    /// empty counts.
    /// </summary>
    private static readonly (string Holder, string[] Roles)[] Kinds =
    [
        ("commune", ["commune_role"]),
        ("CC", ["cc_role", "epci_role"]),
        ("CA", ["ca_role", "epci_role"]),
        ("CU", ["cu_role", "epci_role"]),
        ("METRO", ["metro_role", "epci_role"]),
        ("METLYON", ["metro_role", "epci_role"]),
        ("AMP", ["amp_role", "metro_role", "epci_role"]),
        ("MGP", ["mgp_role"]),
        ("EPT", ["ept_role"]),
    ];

    /// <summary>All these columns.</summary>
    public static IEnumerable<string> All =>
    [
        .. Kinds.SelectMany(kind => kind.Roles).Distinct(StringComparer.Ordinal),
        .. new[] { Commune, Epci }.SelectMany(group => new[] { Threshold(group), $"{group}_note_fr", $"{group}_note_en" }),
    ];

    public static IReadOnlyList<HolderRole> Read(CsvRow row)
    {
        var roles = Filled(row).Select(kind => new HolderRole(kind.Holder, row[kind.Column])).ToList();
        foreach (var group in new[] { Commune, Epci })
        {
            Complete(row, group, roles);
        }

        return roles;
    }

    /// <summary>Returns the column of a property path such as <c>competence.roles[1].role</c>; null for another path.</summary>
    public static string? Find(string path, CsvRow row)
    {
        if (Path.Match(path) is not { Success: true } match)
        {
            return null;
        }

        var (holder, column) = Filled(row).ElementAt(int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture));
        var group = GroupOf(holder);
        return match.Groups["property"].Value switch
        {
            "minimumPopulation" => Threshold(group!),
            "note.fr" => $"{group}_note_fr",
            "note.en" => $"{group}_note_en",
            _ => column,
        };
    }

    /// <summary>
    /// Adds the threshold and the note of a group to its roles. The threshold is that of the roles that are mandatory; where none is, all
    /// get it, for the rules to refuse it. Without a role there is nothing to add to, which is an error.
    /// </summary>
    private static void Complete(CsvRow row, string group, List<HolderRole> roles)
    {
        var (threshold, note) = (row.Integer(Threshold(group)), row.OptionalTexts($"{group}_note"));
        var members = roles.Where(role => string.Equals(GroupOf(role.Holder), group, StringComparison.Ordinal)).ToList();
        var isMandatory = members.Exists(role => role.Role is HolderRole.Mandatory);
        foreach (var role in members)
        {
            roles[roles.IndexOf(role)] = role with
            {
                MinimumPopulation = role.Role is HolderRole.Mandatory || !isMandatory ? threshold : null,
                Note = note,
            };
        }

        foreach (var column in members.Count > 0 ? [] : All.Where(column => IsBeside(column, group) && row.Text(column) is not null))
        {
            row.Fail(column, row[column], "nothing, for the row has no role that it would be about");
        }
    }

    private static bool IsBeside(string column, string group) =>
        column.StartsWith($"{group}_", StringComparison.Ordinal) && !column.EndsWith("_role", StringComparison.Ordinal);

    private static string Threshold(string group) => $"{group}_min_population";

    /// <summary>Returns the beginning of the names of the columns with the threshold and the note; null for a kind that has none.</summary>
    private static string? GroupOf(string holder) => holder switch
    {
        "commune" => Commune,
        "MGP" or "EPT" => null,
        _ => Epci,
    };

    /// <summary>The kinds of authority of which the row says something, with the column that says it.</summary>
    private static IEnumerable<(string Holder, string Column)> Filled(CsvRow row) =>
        from kind in Kinds
        let column = Array.Find(kind.Roles, column => row.Text(column) is not null)
        where column is not null
        select (kind.Holder, column);

    [GeneratedRegex(
        @"^competence\.roles\[(?<index>[0-9]+)\]\.(?<property>.+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Path { get; }
}
