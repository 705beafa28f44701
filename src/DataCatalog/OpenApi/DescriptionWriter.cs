using Microsoft.OpenApi;

namespace DataCatalog.OpenApi;

/// <summary>Writes a description as YAML that means the same in both versions of YAML.</summary>
/// <param name="text">Where to write.</param>
internal sealed class DescriptionWriter(TextWriter text) : OpenApiYamlWriter(text)
{
    /// <summary>Words that are truth values in YAML 1.1 (https://yaml.org/type/bool.html): the base class leaves them plain.</summary>
    private static readonly string[] TruthValues = ["yes", "no", "on", "off", "y", "n"];

    public override void WriteValue(string value)
    {
        if (TruthValues.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            WriteValueSeparator();
            Writer.Write($"'{value}'");
        }
        else
        {
            base.WriteValue(value);
        }
    }
}
