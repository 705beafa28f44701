using System.Globalization;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations.Judging;

/// <summary>Says in words why a rule does not apply, or why nobody here can tell. No wording blames anyone.</summary>
internal static class Reasoning
{
    private static readonly CultureInfo French = Grouped("\u202f");

    private static readonly CultureInfo English = Grouped(",");

    private static readonly Dictionary<string, (string French, string English)> Kinds = new(StringComparer.Ordinal)
    {
        ["commune"] = ("les communes", "communes"),
        ["epci"] = ("les intercommunalités", "intermunicipal bodies"),
        ["ept"] = ("les établissements publics territoriaux", "territorial public establishments"),
        ["departement"] = ("les départements", "départements"),
        ["region"] = ("les régions", "regions"),
        ["syndicat"] = ("les syndicats", "joint authorities (syndicats)"),
        ["arrondissement-municipal"] = ("les conseils d'arrondissement", "the councils of arrondissements"),
    };

    private static readonly Dictionary<string, (string French, string English)> LegalForms = new(StringComparer.Ordinal)
    {
        ["CC"] = ("communautés de communes", "communautés de communes"),
        ["CA"] = ("communautés d'agglomération", "communautés d'agglomération"),
        ["CU"] = ("communautés urbaines", "communautés urbaines"),
        ["METRO"] = ("métropoles", "métropoles"),
    };

    public static readonly LanguageMap OfPlace = LanguageMap.Of(
        "La règle ne s'applique pas dans ce territoire.", "The rule does not apply in this territory.");

    public static readonly LanguageMap OwnLaw = LanguageMap.Of(
        "Cette collectivité d'outre-mer a ses propres textes, et ce catalogue n'en connaît pas qui y étende cette règle.",
        "This overseas collectivity has laws of its own, and this catalogue knows of none that extends the rule to it.");

    public static readonly LanguageMap HeldElsewhere = LanguageMap.Of(
        "La compétence dont dépend la règle est exercée par une autre collectivité.",
        "Another authority holds the competence on which the rule depends.");

    public static readonly LanguageMap MayBeHeldElsewhere = LanguageMap.Of(
        "La règle s'applique à qui exerce la compétence, et ce catalogue ne sait pas si c'est cette collectivité.",
        "The rule applies to whoever holds the competence, and this catalogue does not know whether this authority does.");

    public static readonly LanguageMap UnknownPopulation = LanguageMap.Of(
        "La règle dépend de la population, qui n'est pas connue.", "The rule depends on the population, which is not known.");

    public static readonly LanguageMap UnknownKind = LanguageMap.Of(
        "La règle dépend de la nature de l'intercommunalité, qui n'est pas connue.",
        "The rule depends on the kind of intermunicipal body, which is not known.");

    public static readonly LanguageMap ActsAsDepartement = LanguageMap.Of(
        "Cette collectivité exerce aussi les compétences d'un département ; ce catalogue ne sait pas si ce texte la vise.",
        "This authority also has the powers of a département; this catalogue does not know whether the text is for it.");

    public static readonly LanguageMap Denied = LanguageMap.Of(
        "La demande dit que la condition n'est pas remplie.", "The request says that the condition is not met.");

    public static readonly LanguageMap NoLargeMember = LanguageMap.Of(
        "Aucune commune membre n'a 3 500 habitants.", "No member commune has 3,500 inhabitants.");

    /// <summary>Writes a number as French people read it: <c>3 500</c>.</summary>
    public static string InFrench(int number) => number.ToString("N0", French);

    /// <summary>Writes a number as English readers do: <c>3,500</c>.</summary>
    public static string InEnglish(int number) => number.ToString("N0", English);

    public static LanguageMap OfKind(RuleScope scope) => LanguageMap.Of(
        $"La règle vise {Joined(NamesOf(scope).Select(name => name.French), "et")}.",
        $"The rule is for {Joined(NamesOf(scope).Select(name => name.English), "and")}.");

    /// <summary>Names those of one kind to whom a rule applies; EPCI by their kinds where the rule names these.</summary>
    public static (string French, string English) NameOf(RuleScope scope, string kind)
    {
        var names = NamesOf(scope with
        {
            Kinds = [.. scope.Kinds.Where(other => string.Equals(other, kind, StringComparison.Ordinal))],
        }).ToList();
        return names.Count == 0
            ? (Joined(NamesOf(scope).Select(name => name.French), "et"), Joined(NamesOf(scope).Select(name => name.English), "and"))
            : (Joined(names.Select(name => name.French), "et"), Joined(names.Select(name => name.English), "and"));
    }

    public static LanguageMap OfPopulation(RuleScope scope, int population) => scope.MinimumPopulation > population
        ? Compared("ou plus", "or more", scope.MinimumPopulation.Value, population)
        : Compared("ou moins", "or fewer", scope.MaximumPopulation!.Value, population);

    public static LanguageMap OfStaff(int minimum, int staff) => LanguageMap.Of(
        string.Create(French, $"La règle vise {minimum:N0} agents ou plus ; la demande en dit {staff:N0}."),
        string.Create(English, $"The rule is for a staff of {minimum:N0} or more; the request says {staff:N0}."));

    public static LanguageMap NotYet(DateOnly from) => LanguageMap.Of(
        $"La règle est en vigueur à partir du {DayWords.FrenchWithYear(from)}.",
        $"The rule is in force from {DayWords.EnglishWithYear(from)}.");

    public static LanguageMap NoMore(DateOnly until) => LanguageMap.Of(
        $"La règle était en vigueur jusqu'au {DayWords.FrenchWithYear(until)}.",
        $"The rule was in force until {DayWords.EnglishWithYear(until)}.");

    private static LanguageMap Compared(string french, string english, int bound, int population) => LanguageMap.Of(
        string.Create(French, $"La règle vise {bound:N0} habitants {french} ; ce territoire en a {population:N0}."),
        string.Create(English, $"The rule is for {bound:N0} inhabitants {english}; this territory has {population:N0}."));

    /// <summary>Names those to whom a rule applies; EPCI by their kinds where the rule names these.</summary>
    private static IEnumerable<(string French, string English)> NamesOf(RuleScope scope) => scope.Kinds.SelectMany(kind =>
        kind is "epci" && scope.EpciKinds.Count > 0
            ? scope.EpciKinds.Select(form => ($"les {LegalForms[form].French}", LegalForms[form].English))
            : [Kinds[kind]]);

    private static string Joined(IEnumerable<string> names, string last) => names.ToArray() switch
    {
        [var only] => only,
        [.. var first, var end] => $"{string.Join(", ", first)} {last} {end}",
        [] => "",
    };

    private static CultureInfo Grouped(string separator)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = separator;
        return CultureInfo.ReadOnly(culture);
    }
}
