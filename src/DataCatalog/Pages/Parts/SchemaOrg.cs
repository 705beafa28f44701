using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DataCatalog.Pages.Parts;

/// <summary>
/// The description of a dataset for search engines (https://schema.org/Dataset), as a data block. The serializer escapes every character
/// that could end the block.
/// </summary>
public sealed class SchemaOrg : Part
{
    private const int ShortestDescription = 50;
    private const int LongestDescription = 5000;

    /// <summary>The dataset.</summary>
    [Parameter, EditorRequired]
    public Fact Dataset { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(Describe())}</script>");
    }

    private JsonObject Describe() => Known(
        ("@context", "https://schema.org/"),
        ("@type", "Dataset"),
        ("@id", Dataset.Id),
        ("url", Dataset.Id),
        ("name", Dataset["title"].Text),
        ("description", Description),
        ("identifier", Dataset["identifier"].Text),
        ("license", Dataset["license"].Id),
        ("isAccessibleForFree", Dataset["accessConditions"]["accessRegime"].Code is "open" ? JsonValue.Create(true) : null),
        ("dateModified", Dataset["modified"].Text),
        ("datePublished", Dataset["issued"].Text),
        ("keywords", Dataset["keyword"].Text),
        ("publisher", Known(("@type", "Organization"), ("@id", Dataset["publisher"].Id), ("name", Dataset["publisher"].Name.Text))),
        ("spatialCoverage", new JsonArray([.. Dataset["spatial"].All.Select(place => JsonValue.Create(place.Name.Text))])),
        ("distribution", new JsonArray([.. Dataset["distribution"].All.Select(File)])));

    /// <summary>Search engines take descriptions of 50 to 5,000 characters: a shorter one follows the title.</summary>
    private string Description => Dataset["description"].Text is { Length: >= ShortestDescription } text
        ? text[..Math.Min(text.Length, LongestDescription)]
        : $"{Dataset["title"].Text}. {Dataset["description"].Text}";

    private static JsonObject File(Fact file) => Known(
        ("@type", "DataDownload"),
        ("name", file["title"].Text),
        ("contentUrl", file["downloadURL"].IsKnown ? file["downloadURL"].Text : file["accessURL"].Text),
        ("encodingFormat", file["mediaType"]["label"].Text),
        ("license", file["license"].Id));

    private static JsonObject Known(params (string Key, JsonNode? Value)[] facts) => new(facts
        .Where(fact => fact.Value is not (null or JsonArray { Count: 0 }) && fact.Value.ToString().Length > 0)
        .Select(fact => KeyValuePair.Create<string, JsonNode?>(fact.Key, fact.Value)));
}
