using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

[JsonDerivedType(typeof(Dog), "dog")]
[JsonDerivedType(typeof(Cat), 7)]
[JsonDerivedType(typeof(Fish))]
public class Animal
{
    public string? Name { get; set; }
}

public class Dog : Animal
{
    public int Age { get; set; }
}

public sealed class Cat : Animal
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Color { get; set; }
}

public sealed class Fish : Animal
{
    public Animal? Friend { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(Circle), "circle \"é\"")]
[JsonDerivedType(typeof(Shape), "shape")]
public record Shape(int Area);

public record Circle(int Area, double Radius) : Shape(Area);

public sealed record Ellipse(int Area) : Shape(Area);

[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
[JsonDerivedType(typeof(Car), "car")]
[JsonDerivedType(typeof(SportsCar), "sports")]
public abstract record Vehicle(int Wheels);

public record Car(int Doors) : Vehicle(4);

public record SportsCar(int Speed) : Car(2);

public sealed record Van(int Load) : Car(5);

public sealed record Racer(int Number) : SportsCar(300);

[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Stopped), "stopped")]
public interface ISignal
{
    int At { get; }
}

public sealed record Started(int At, string By) : ISignal;

public readonly record struct Stopped(int At) : ISignal;

/// <summary>A collection that is an object where others derive from it: metadata writes it.</summary>
[JsonDerivedType(typeof(Pack), "pack")]
public class Herd : List<int>;

public sealed class Pack : Herd;

public sealed record Herds(Herd? One, List<Herd> All, Pack Direct);

[JsonSerializable(typeof(Herd))]
internal sealed partial class HerdContext : JsonSerializerContext;

public sealed record Zoo(Animal? Star, Animal[] Animals, Dictionary<string, Animal?> ByName, List<ISignal> Signals, Dog Direct, Circle Circle);

public static class PolymorphismCases
{
    [EventStream("/polymorphism/animals")]
    public static IAsyncEnumerable<Animal?> Animals(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => Animal(v)));

    [EventStream("/polymorphism/shapes")]
    public static IAsyncEnumerable<Shape> Shapes(ulong seed) => Case.Stream<Shape>(seed, static v => v.Below(3) switch
    {
        0 => new Circle(v.Int(), v.Double()),
        1 => new Ellipse(v.Int()),
        _ => new Shape(v.Int()),
    });

    [EventStream("/polymorphism/vehicles")]
    public static IAsyncEnumerable<Vehicle> Vehicles(ulong seed) => Case.Stream<Vehicle>(seed, static v => v.Below(4) switch
    {
        0 => new Car(v.Int()),
        1 => new SportsCar(v.Int()),
        2 => new Van(v.Int()),
        _ => new Racer(v.Int()),
    });

    [EventStream("/polymorphism/zoo")]
    public static IAsyncEnumerable<Zoo> Zoos(ulong seed) => Case.Stream(seed, static v => new Zoo(
        v.MaybeNull(() => Animal(v)), v.Array(() => Animal(v)), v.Map(v.String, () => v.MaybeNull(() => Animal(v))),
        v.List<ISignal>(() => v.Bool() ? new Started(v.Int(), v.String()) : new Stopped(v.Int())), new Dog { Age = v.Int() }, new Circle(v.Int(), v.Double())));

    [EventStream("/polymorphism/collections")]
    public static IAsyncEnumerable<Herds> Collections(ulong seed) => Case.Stream(seed, static v => new Herds(
        v.MaybeNull(() => v.Bool() ? new Herd { v.Int() } : new Pack { v.Int() }), v.List(() => v.Bool() ? new Herd() : new Pack { v.Int() }), [v.Int()]));

    private static Animal Animal(Values v) => v.Below(4) switch
    {
        0 => new Dog { Name = v.String(), Age = v.Int() },
        1 => new Cat { Name = v.MaybeNull(v.String), Color = v.MaybeNull(v.String) },
        2 => new Fish { Friend = v.MaybeNull(() => new Animal { Name = v.String() }) },
        _ => new Animal { Name = v.String() },
    };
}
