using System.Globalization;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class RuleLanguageTests
{
    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Messages_do_not_follow_the_culture_of_the_server(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var (english, local) = (Messages(CultureInfo.InvariantCulture), Messages(CultureInfo.GetCultureInfo(culture)));
        CultureInfo.CurrentCulture = before;
        Assert.Equal(english, local);
    }

    private static List<string> Messages(CultureInfo culture)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return
        [
            .. Validation
                .Of(Valid.Dataset with { Id = "", Licence = "x", Provenance = Valid.Provenance with { CheckedAt = new(2027, 1, 1) } })
                .Concat(Validation.Of(Valid.Territory with { Point = new(-181, 91), Population = -1 }))
                .Select(failure => failure.ErrorMessage),
        ];
    }
}
