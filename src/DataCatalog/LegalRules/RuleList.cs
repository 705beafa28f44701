using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;

namespace DataCatalog.LegalRules;

/// <summary>The list of all rules, which the home document links.</summary>
internal static class RuleList
{
    public const string Path = "rules";

    public static readonly LanguageMap Title = LanguageMap.Of(
        "Règles : ce que les textes demandent aux collectivités", "Rules: what the law asks of local authorities");

    public static Listing Listing(RecordReader<LegalRule> rules) => new(Path, Title, rules.Count());
}
