using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>Which code is named to somebody who wrote another word for it.</summary>
public sealed class HintTests
{
    [Theory]
    [InlineData("quotidienne", "'DAILY'")]
    [InlineData("QUOTIDIENNE", "'DAILY'")]
    [InlineData("daily basis", "'DAILY'")]
    [InlineData("chaque jour", "'DAILY'")]
    [InlineData("http://publications.europa.eu/resource/authority/frequency/DAILY", "'DAILY'")]
    [InlineData("https://publications.europa.eu/resource/authority/frequency/DAILY/", "'DAILY'")]
    [InlineData("https://example.org/frequencies#MONTHLY", "'MONTHLY', 'DAILY'")]
    [InlineData("quotidiene", "'DAILY', 'MONTHLY'")]
    [InlineData("mensuele", "'MONTHLY', 'DAILY'")]
    [InlineData("MONTLY", "'MONTHLY', 'DAILY'")]
    public void A_label_another_name_and_an_address_lead_to_the_code(string written, string nearest)
    {
        var validator = new DatasetValidator(new Frequencies(), TimeProvider.System);
        var failure = Assert.Single(
            validator.Validate(Valid.Dataset with { Frequency = written }).Errors, failure => failure.PropertyName is "frequency");
        Assert.Equal($"a code of /vocabularies/frequencies; the nearest: {nearest}", failure.ErrorMessage);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_compared_as_it_is() =>
        Assert.Contains(
            Validation.Of(Valid.Dataset with { Frequency = "é" + (char)0xD83D }), failure => failure.PropertyName is "frequency");

    /// <summary>Two frequencies beside the catalogue that other tests know.</summary>
    private sealed class Frequencies : IReferences
    {
        private static readonly KnownReferences Others = new();

        private static readonly Dictionary<string, Concept> Known = new(StringComparer.Ordinal)
        {
            ["DAILY"] = Term("DAILY", "quotidienne", "daily") with { AltLabels = ["chaque jour", "daily basis"] },
            ["MONTHLY"] = Term("MONTHLY", "mensuelle", "monthly"),
        };

        public Agent? FindAgent(string id) => Others.FindAgent(id);

        public ConceptScheme? FindScheme(string scheme) => Others.FindScheme(scheme);

        public Concept? FindConcept(string scheme, string code) =>
            scheme is Schemes.Frequencies ? Known.GetValueOrDefault(code) : Others.FindConcept(scheme, code);

        public IEnumerable<string> CodesOf(string scheme) => scheme is Schemes.Frequencies ? Known.Keys : Others.CodesOf(scheme);

        public Territory? FindTerritory(string id) => Others.FindTerritory(id);

        public DataService? FindService(string id) => Others.FindService(id);

        public DatasetSeries? FindSeries(string id) => Others.FindSeries(id);

        public bool HasDataset(string id) => Others.HasDataset(id);

        private static Concept Term(string code, string french, string english) => Valid.Concept with
        {
            Scheme = Schemes.Frequencies,
            Code = code,
            Iri = $"http://publications.europa.eu/resource/authority/frequency/{code}",
            Label = LanguageMap.Of(french, english),
        };
    }
}
