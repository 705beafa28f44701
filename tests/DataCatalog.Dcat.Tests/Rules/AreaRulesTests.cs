using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>What a dataset covers, excepts and does not know.</summary>
public sealed class AreaRulesTests
{
    [Fact]
    public void A_part_may_be_excepted_or_not_known() => Assert.All(
        (Dataset[])
        [
            Valid.Dataset with { Territories = ["departement:35"], TerritoriesExcept = ["commune:35238"] },
            Valid.Dataset with { Territories = ["departement:35"], TerritoriesUnknown = ["commune:35238"] },
            Valid.Dataset with { Territories = ["departement:35"], TerritoriesUnknown = ["collectivite:988"] },
        ],
        dataset => Assert.Empty(Validation.Of(dataset)));

    public static TheoryData<string, string, Dataset> DatasetsWithOneFault => new()
    {
        {
            "territoriesExcept[0]", "lies in one",
            Valid.Dataset with { Territories = ["departement:35"], TerritoriesExcept = ["collectivite:988"] }
        },
        { "territoriesExcept[0]", "lies in one", Valid.Dataset with { TerritoriesExcept = ["commune:35238"] } },
        {
            "territoriesExcept[0]", "covered ones too",
            Valid.Dataset with { Territories = ["departement:35", "commune:35238"], TerritoriesExcept = ["commune:35238"] }
        },
        {
            "territoriesExcept[0]", "typed code",
            Valid.Dataset with { Territories = ["departement:35"], TerritoriesExcept = ["commune:99999"] }
        },
        {
            "territoriesExcept[1]", "twice",
            Valid.Dataset with { Territories = ["departement:35"], TerritoriesExcept = ["commune:35238", "commune:35238"] }
        },
        {
            "territoriesUnknown[0]", "the exceptions too",
            Valid.Dataset with
            {
                Territories = ["departement:35"],
                TerritoriesExcept = ["commune:35238"],
                TerritoriesUnknown = ["commune:35238"],
            }
        },
        {
            "territoriesUnknown[0]", "covered ones",
            Valid.Dataset with { Territories = ["departement:35"], TerritoriesUnknown = ["departement:35"] }
        },
        { "territoriesUnknown[0]", "typed code", Valid.Dataset with { TerritoriesUnknown = ["35238"] } },
    };

    [Theory]
    [MemberData(nameof(DatasetsWithOneFault))]
    public void Each_territory_has_one_statement_and_an_exception_is_a_part(string path, string words, Dataset dataset) =>
        Validation.Single(Validation.Of(dataset), path, words);

    [Fact]
    public void A_document_has_the_lists_only_where_they_have_something()
    {
        Assert.DoesNotContain("territoriesExcept", RecordJson.Write(Valid.Dataset), StringComparison.Ordinal);
        Assert.DoesNotContain("territoriesUnknown", RecordJson.Write(Valid.Dataset), StringComparison.Ordinal);

        var divided = Valid.Dataset with { TerritoriesExcept = ["commune:35238"], TerritoriesUnknown = ["collectivite:988"] };
        var read = RecordJson.Read<Dataset>(RecordJson.Write(divided));
        Assert.Equal(["commune:35238"], read.TerritoriesExcept);
        Assert.Equal(["collectivite:988"], read.TerritoriesUnknown);
        Assert.Empty(RecordJson.Read<Dataset>(RecordJson.Write(Valid.Dataset)).TerritoriesExcept);
    }
}
