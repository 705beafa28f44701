using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>Writes literals as JSON values.</summary>
internal sealed class JsonLdLiterals(Utf8JsonWriter json, JsonLdNames names)
{
    /// <summary>Writes a literal in the form of its key, or in expanded form where it has no key (null).</summary>
    public void Write(JsonLdTerm? term, Literal literal)
    {
        if (term is null)
        {
            WriteExpanded(literal);
        }
        else if (IsNumber(literal, out var number))
        {
            json.WriteNumberValue(number);
        }
        else if (term.Value == JsonLdValue.Plain && JsonScalar.IsBoolean(literal))
        {
            json.WriteBooleanValue(literal.Value is "true");
        }
        else
        {
            WriteText(literal);
        }
    }

    public void WriteText(Literal literal) => json.WriteStringValue(Checked(literal));

    /// <summary>Refuses a lone surrogate: the JSON writer would replace it without an error.</summary>
    private static string Checked(Literal literal)
    {
        if (literal.Value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            QuotedText.Utf8.GetByteCount(literal.Value);
        }

        return literal.Value;
    }

    private static bool IsNumber(Literal literal, out long number)
    {
        number = 0;
        return (literal.Datatype == Xsd.Integer || literal.Datatype == Xsd.NonNegativeInteger) && JsonScalar.IsInteger(literal, out number);
    }

    private void WriteExpanded(Literal literal)
    {
        json.WriteStartObject();
        json.WriteString("@value", Checked(literal));
        if (literal.Language is not null)
        {
            json.WriteString("@language", literal.Language);
        }
        else if (literal.Datatype != Xsd.String)
        {
            json.WriteString("@type", names.Compact(literal.Datatype));
        }

        json.WriteEndObject();
    }
}
