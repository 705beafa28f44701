using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on keywords: CKAN splits them at commas, data.gouv.fr drops the shortest and cuts the longest.</summary>
public static class Keywords
{
    private static readonly TextForm Form = new(3, 96);

    public static void Keyword<T>(this IRuleBuilder<T, string> rule)
    {
        rule.PlainText(Form);
        rule.Must(keyword => keyword is null || !keyword.AsSpan().ContainsAny(',', '|'))
            .WithMessage("a keyword without commas and '|'");
    }
}
