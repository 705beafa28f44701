using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on keywords: CKAN splits them at commas, data.gouv.fr drops the shortest and cuts the longest.</summary>
public static class Keywords
{
    private const int Shortest = 2;
    private const int Longest = 96;

    public static void Keyword<T>(this IRuleBuilder<T, string> rule)
    {
        rule.PlainText(Longest);
        rule.Must(keyword => keyword is null || !keyword.Contains(',', StringComparison.Ordinal))
            .WithMessage("a keyword without commas");
        rule.Must(keyword => keyword is null or { Length: 0 or >= Shortest })
            .WithMessage("a keyword of at least 2 characters");
    }
}
