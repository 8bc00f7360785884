using System.ComponentModel;
using System.Text.Json.Serialization;

namespace SseGen.Json;

/// <summary>Serialization callbacks of structs, called without boxing, whether implemented explicitly or not.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCallbacks
{
    /// <summary>Calls <see cref="IJsonOnSerializing.OnSerializing"/>.</summary>
    public static void OnSerializing<T>(ref T value)
        where T : struct, IJsonOnSerializing => value.OnSerializing();

    /// <summary>Calls <see cref="IJsonOnSerialized.OnSerialized"/>.</summary>
    public static void OnSerialized<T>(ref T value)
        where T : struct, IJsonOnSerialized => value.OnSerialized();
}
