namespace DataCatalog.Rdf.Tests;

/// <summary>One small document in each syntax, byte for byte: what people and caches see changes only on purpose.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("nt")]
    [InlineData("ttl")]
    [InlineData("rdf")]
    [InlineData("jsonld")]
    public void The_sample_document_reads_as_it_was_approved(string extension)
    {
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Approved", $"dataset.{extension}"));
        Assert.Equal(approved, Documents.Text(SampleDocument.Build(), extension));
    }
}
