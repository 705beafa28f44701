using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>Writes the context of a document: the whole vocabulary, or the part that one graph uses.</summary>
internal sealed class JsonLdContextWriter(Utf8JsonWriter json, JsonLdNames names)
{
    private readonly HashSet<JsonLdTerm> _terms = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<Namespace> _prefixes = [];

    /// <summary>Writes the part that a graph uses.</summary>
    public void Write(Graph graph)
    {
        foreach (var node in graph.Descriptions)
        {
            foreach (var property in node.Properties)
            {
                Use(node, property);
            }
        }

        Write();
    }

    /// <summary>Writes the whole vocabulary.</summary>
    public void WriteAll()
    {
        _prefixes.UnionWith(names.Context.Prefixes.Where(space => names.Prefixed(space["x"]) is not null));
        _types.UnionWith(names.Context.Types.Where(type => names.ClassName(type.Value) is not null).Select(type => type.Key));
        _terms.UnionWith(names.Context.Terms.Where(names.Has));
        Write();
    }

    private void Write()
    {
        json.WriteStartObject("@context");
        WriteAliases();
        WritePrefixes();
        WriteTypes();
        WriteTerms();
        json.WriteEndObject();
    }

    private void Use(Node node, Property property)
    {
        foreach (var type in property.Predicate == RdfTerms.Type ? property.Objects.OfType<Iri>() : [])
        {
            UseType(type);
        }

        foreach (var (term, values) in names.KeysOf(node, property))
        {
            if (term is not null)
            {
                UseTerm(term);
            }
            else
            {
                UseExpanded(property.Predicate, values);
            }
        }
    }

    private void UseExpanded(Iri predicate, Term[] values)
    {
        UsePrefix(predicate);
        foreach (var literal in values.OfType<Literal>().Where(literal => literal.Language is null && literal.Datatype != Xsd.String))
        {
            UsePrefix(literal.Datatype);
        }
    }

    private void UseType(Iri type)
    {
        UsePrefix(type);
        if (names.ClassName(type) is { } name)
        {
            _types.Add(name);
        }
    }

    private void UseTerm(JsonLdTerm term)
    {
        if (_terms.Add(term))
        {
            UsePrefix(term.Predicate);
            UsePrefix(term.Value == JsonLdValue.Typed ? term.Datatype : null);
        }
    }

    private void UsePrefix(Iri? iri)
    {
        if (iri is not null && names.Prefixed(iri) is { } name)
        {
            _prefixes.Add(name.Namespace);
        }
    }

    private void WriteAliases()
    {
        WriteOptional("id", names.Id is "id" ? "@id" : null);
        WriteOptional("type", names.Type is "type" ? "@type" : null);
    }

    private void WritePrefixes()
    {
        foreach (var space in names.Context.Prefixes.Where(_prefixes.Remove))
        {
            json.WriteString(space.Prefix, space.Base);
        }
    }

    private void WriteTypes()
    {
        foreach (var (name, type) in names.Context.Types.Where(type => _types.Remove(type.Key)))
        {
            json.WriteString(name, names.Compact(type));
        }
    }

    private void WriteTerms()
    {
        foreach (var term in names.Context.Terms.Where(_terms.Remove))
        {
            WriteTerm(term);
        }
    }

    private void WriteTerm(JsonLdTerm term)
    {
        if (term is { Value: JsonLdValue.Plain, Many: false })
        {
            json.WriteString(term.Name, names.Compact(term.Predicate));
            return;
        }

        json.WriteStartObject(term.Name);
        json.WriteString("@id", names.Compact(term.Predicate));
        WriteOptional("@type", Coercion(term));
        WriteOptional("@container", Container(term));
        json.WriteEndObject();
    }

    private string? Coercion(JsonLdTerm term) => term.Value switch
    {
        JsonLdValue.Node => "@id",
        JsonLdValue.Typed => names.Compact(term.Datatype!),
        _ => null,
    };

    /// <summary>JSON-LD 1.0 has one container per term: a language map cannot be a set as well, but may hold arrays.</summary>
    private static string? Container(JsonLdTerm term) =>
        term.Value == JsonLdValue.LanguageMap ? "@language" : term.Many ? "@set" : null;

    private void WriteOptional(string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }
}
